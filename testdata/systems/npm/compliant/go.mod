module example.org/jspm/compliant

go 1.26
