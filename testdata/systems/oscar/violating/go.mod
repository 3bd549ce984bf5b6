module example.org/shop/violating

go 1.26
