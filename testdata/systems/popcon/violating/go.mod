module example.org/popcount/violating

go 1.26
