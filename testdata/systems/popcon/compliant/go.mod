module example.org/popcount/compliant

go 1.26
