module example.org/webkit/violating

go 1.26
