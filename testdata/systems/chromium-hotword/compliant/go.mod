module example.org/browse/compliant

go 1.26
