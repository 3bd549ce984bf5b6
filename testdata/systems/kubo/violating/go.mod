module example.org/node/violating

go 1.26
