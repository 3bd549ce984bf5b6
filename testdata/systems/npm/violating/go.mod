module example.org/jspm/violating

go 1.26
