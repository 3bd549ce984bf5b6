package rule

import (
	"strings"
	"unicode"

	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// diagnose judges the behaviours of one package as go vet shows them: each at
// a position in the package, none in or because of a test.
func diagnose(pass *analysis.Pass, r Rule, behaviours []egress.Behaviour, pol *policy.Policy) []analysis.Diagnostic {
	p := newPlaces(pass)
	fixes := newFixer(pass, pol)
	if !p.first.IsValid() {
		return nil // all files are tests
	}
	ctx := Context{Inside: p.inside, InsideOnly: true, Show: p.show}
	ledger := policy.NewLedger(pol, Today())
	seen := map[Finding]bool{}
	var diagnostics []analysis.Diagnostic
	for _, b := range behaviours {
		if inTest(b.Site.File) {
			continue
		}
		for _, f := range Judge([]Rule{r}, b, pol, ledger, ctx) {
			f.Behaviour = "" // two behaviours, one sentence: say it once
			if seen[f] || inTest(f.Pos.File) {
				continue
			}
			seen[f] = true
			d := diagnostic(f, p)
			if Fixable(f.Rule) {
				d.SuggestedFixes = fixes.suggest(b)
			}
			diagnostics = append(diagnostics, d)
		}
	}
	return diagnostics
}

// diagnoseWeb judges the web content of one package.
func diagnoseWeb(pass *analysis.Pass, r Rule, loads []egress.WebLoad, pol *policy.Policy) []analysis.Diagnostic {
	p := newPlaces(pass)
	ctx := Context{Inside: p.inside, InsideOnly: true, Show: p.show}
	ledger := policy.NewLedger(pol, Today())
	var diagnostics []analysis.Diagnostic
	for _, l := range loads {
		for _, f := range JudgeWeb([]Rule{r}, l, ledger, ctx) {
			diagnostics = append(diagnostics, diagnostic(f, p))
		}
	}
	return diagnostics
}

func inTest(file string) bool { return strings.HasSuffix(file, "_test.go") }

func diagnostic(f Finding, p *places) analysis.Diagnostic {
	return analysis.Diagnostic{
		Pos:      p.pos(f.Pos),
		Category: f.Rule,
		Message:  f.Message,
		URL:      "#" + anchor(f.Rule), // relative to the analyzer's
	}
}

// URL returns where a category is documented.
func URL(category string) string {
	rule, _, _ := strings.Cut(category, "/")
	if rule == "policy" { // no analyzer, see analyzers/internal/policyrule
		rule = "internal/policyrule"
	}
	return documentation + rule + "#" + anchor(category)
}

// anchor is the name that go doc gives the heading of a category.
func anchor(category string) string {
	return "hdr-" + strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return '_'
	}, category)
}
