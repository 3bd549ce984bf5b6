module example.org/cms/violating

go 1.26
