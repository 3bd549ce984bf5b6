module example.org/corpus

go 1.26.0
