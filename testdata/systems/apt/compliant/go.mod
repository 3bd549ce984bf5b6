module example.org/getdeb/compliant

go 1.26
