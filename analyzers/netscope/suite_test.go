package netscope_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/optincheck/optincheck/analyzers/netscope"
)

func TestAnalyzer(t *testing.T) {
	pol := parse(t, `Format: https://optincheck.example/policy/1.0/
Module: example.org/x

Function: fetch
Scope: ./fetch
Purpose: primary
 Downloads the index.
Hosts: files.example.org
`)
	analysistest.Run(t, analysistest.TestData(), netscope.New(pol), "example.org/x/fetch", "example.org/x/thumbs")
}
