module example.org/declared

go 1.26.0
