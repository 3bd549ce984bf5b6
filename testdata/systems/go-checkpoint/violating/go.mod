module example.org/stacks/violating

go 1.26
