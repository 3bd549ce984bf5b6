module example.org/docbuild/compliant

go 1.26
