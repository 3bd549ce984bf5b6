module example.org/webkit-later/violating

go 1.26
