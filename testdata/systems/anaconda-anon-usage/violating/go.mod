module example.org/pkgget/violating

go 1.26
