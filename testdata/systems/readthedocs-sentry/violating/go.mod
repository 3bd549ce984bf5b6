module example.org/docbuild/violating

go 1.26
