module example.org/webkit-proxy/violating

go 1.26
