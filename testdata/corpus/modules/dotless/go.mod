module myapp

go 1.26.0
