package optout_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/optincheck/optincheck/analyzers/optout"
	"github.com/optincheck/optincheck/policy"
)

func TestAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), optout.New(policy.Builtin()), "env", "flags")
}
