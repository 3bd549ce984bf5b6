module example.org/toolchain/compliant

go 1.26
