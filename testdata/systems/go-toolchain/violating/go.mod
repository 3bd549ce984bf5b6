module example.org/toolchain/violating

go 1.26
