module example.org/shop/compliant

go 1.26
