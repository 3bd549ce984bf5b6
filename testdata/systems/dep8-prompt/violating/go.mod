module example.org/webkit-prompt/violating

go 1.26
