module github.com/optincheck/optincheck/golangci

go 1.26.0

require (
	github.com/golangci/plugin-module-register v0.1.2
	github.com/optincheck/optincheck v0.0.0
	golang.org/x/tools v0.52.0
)

require golang.org/x/net v0.62.0 // indirect

// The two live in one repository and are released together.
replace github.com/optincheck/optincheck => ../
