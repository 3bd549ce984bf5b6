module example.org/stacks/compliant

go 1.26
