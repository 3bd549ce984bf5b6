module example.org/cms/compliant

go 1.26
