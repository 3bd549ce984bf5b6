module example.org/brewer-today/violating

go 1.26
