module example.org/webkit-later/compliant

go 1.26
