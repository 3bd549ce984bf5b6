package analyzers_test

import (
	"fmt"

	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/optout"
	"github.com/optincheck/optincheck/policy"
)

// In a package of its own this is
//
//	//go:embed optin.policy
//	var text []byte
const text = `Format: https://optincheck.example/policy/1.0/
Module: example.org/app
`

// Analyzer is what nogo looks for in a package.
var Analyzer = analyzer()

// analyzer has the policy built in. A policy with errors stops the build.
func analyzer() *analysis.Analyzer {
	pol, err := policy.Parse("optin.policy", []byte(text))
	if err != nil {
		panic(err)
	}
	return optout.New(pol)
}

// A package for Bazel's nogo, with the policy built in.
func ExampleNew() {
	fmt.Println(Analyzer.Name)
	// Output: optout
}
