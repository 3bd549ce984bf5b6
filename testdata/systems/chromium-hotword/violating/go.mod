module example.org/browse/violating

go 1.26
