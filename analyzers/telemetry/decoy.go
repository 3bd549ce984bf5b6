package telemetry

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

const decoy = "telemetry/decoy-switch"

// decoySwitch claims what happens in spite of a switch that promises to stop it.
func decoySwitch(b egress.Behaviour, _ *policy.Policy, ctx rule.Context) (rule.Finding, bool) {
	pretend := decoys(b)
	if len(pretend) == 0 || b.Purpose == policy.Primary || !unasked(b) {
		return rule.Finding{}, false
	}
	at := ctx.Place(b)
	first := pretend[0]
	return rule.Say(decoy, b, at,
		rule.What(b)+" in spite of "+settings(pretend),
		first.Misses,
		remains(first.Remains, b.Site.Package, ctx),
		ctx.Named("the switch is asked at", first.DecidedAt, at)), true
}

func decoys(b egress.Behaviour) []egress.Switch {
	var out []egress.Switch
	for _, s := range b.Switches {
		if s.Decoy {
			out = append(out, s)
		}
	}
	return out
}

func settings(switches []egress.Switch) string {
	names := make([]string, len(switches))
	for i, s := range switches {
		names[i] = rule.Setting(s)
	}
	return strings.Join(names, ", ")
}

// mostSteps is how many functions of a path a message names.
const mostSteps = 4

// remains names the path on which it happens all the same, by its last
// functions, without the package that it ends in, and the place of the last call.
func remains(path []egress.Frame, pkg string, ctx rule.Context) string {
	if len(path) < 2 {
		return "" // straight from where control comes in
	}
	from := path[len(path)-2]
	var names []string
	for _, f := range path[max(0, len(path)-mostSteps):] {
		name := strings.TrimPrefix(f.Func, pkg+":")
		names = append(names, name[strings.LastIndexByte(name, '/')+1:])
	}
	return "the way that remains: " + strings.Join(names, " > ") +
		", called at " + ctx.Where(egress.Place{File: from.File, Line: from.Line})
}
