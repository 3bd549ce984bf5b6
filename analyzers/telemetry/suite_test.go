package telemetry_test

import (
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"

	"github.com/optincheck/optincheck/analyzers/telemetry"
	"github.com/optincheck/optincheck/policy"
)

func TestAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), telemetry.New(policy.Builtin()), "initial", "library", "unguarded")
}
