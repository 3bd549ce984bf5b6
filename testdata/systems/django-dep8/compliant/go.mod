module example.org/webkit/compliant

go 1.26
