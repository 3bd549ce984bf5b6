module example.org/vendored

go 1.19

require example.net/phone v1.0.0
