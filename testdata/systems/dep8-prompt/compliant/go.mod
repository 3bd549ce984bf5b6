module example.org/webkit-prompt/compliant

go 1.26
