module example.org/brewer-today/compliant

go 1.26
