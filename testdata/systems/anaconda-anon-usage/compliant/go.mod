module example.org/pkgget/compliant

go 1.26.0

require github.com/optincheck/optincheck v0.0.0

replace github.com/optincheck/optincheck => ../../../..
