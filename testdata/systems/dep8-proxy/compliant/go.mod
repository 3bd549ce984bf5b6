module example.org/webkit-proxy/compliant

go 1.26
