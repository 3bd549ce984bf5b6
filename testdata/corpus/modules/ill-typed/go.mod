module example.org/ill-typed

go 1.26.0
