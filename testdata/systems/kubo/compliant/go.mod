module example.org/node/compliant

go 1.26
