module example.org/brewer/violating

go 1.26
