module example.org/brewer/compliant

go 1.26
