package rule

import (
	"go/ast"
	"strings"

	"golang.org/x/tools/go/analysis"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/internal/fix"
	"github.com/optincheck/optincheck/policy"
)

// maxTries bounds the evaluations of one package for its suggestions: go vet
// runs in editors. What takes more is for optincheck fix.
const maxTries = 24

// A fixer suggests fixes inside one package, each after evaluating the package
// with it.
type fixer struct {
	pass  *analysis.Pass
	pol   *policy.Policy
	code  *fix.Code
	tries int
}

func newFixer(pass *analysis.Pass, pol *policy.Policy) *fixer {
	f := &fixer{pass: pass, pol: pol, tries: maxTries}
	files := map[string]bool{}
	for _, file := range pass.Files {
		name := pass.Fset.File(file.FileStart).Name()
		files[name] = !inTest(name) && !ast.IsGenerated(file)
	}
	f.code = &fix.Code{
		Fset: pass.Fset, Packages: []fix.Package{{Types: pass.Pkg, Files: pass.Files, Info: pass.TypesInfo}},
		Text: pass.ReadFile, Editable: func(file string) bool { return files[file] },
	}
	return f
}

// suggest returns the first candidate that makes b opt-in or makes it vanish.
func (f *fixer) suggest(b egress.Behaviour) []analysis.SuggestedFix {
	res, ok := f.pass.ResultOf[egress.Analyzer].(*egress.Result)
	if !ok {
		return nil // behaviours from elsewhere cannot be evaluated again
	}
	for _, c := range fix.Candidates(f.code, b) {
		if f.tries--; f.tries < 0 {
			return nil
		}
		edits, err := fix.Merge(c)
		if err != nil {
			continue
		}
		edited, err := fix.Overlay(f.pass.ReadFile, edits)
		if err != nil {
			continue
		}
		if again, err := res.Recheck(edited); err == nil && f.better(b, res, again) {
			return []analysis.SuggestedFix{f.suggested(c.Message, edits)}
		}
	}
	return nil
}

// better reports whether b is good after a change, and nothing is bad that was
// not before.
func (f *fixer) better(b egress.Behaviour, before, after *egress.Result) bool {
	was := f.bad(before)
	for id := range f.bad(after) {
		if id == b.ID || !was[id] {
			return false
		}
	}
	return true
}

// bad returns the behaviours for which somebody should have been asked.
func (f *fixer) bad(res *egress.Result) map[string]bool {
	bad := map[string]bool{}
	for _, b := range res.Behaviours {
		if _, found := Consent(Resolve(b, f.pol), Context{}); found {
			bad[b.ID] = true
		}
	}
	return bad
}

func (f *fixer) suggested(message string, edits []fix.Edit) analysis.SuggestedFix {
	s := analysis.SuggestedFix{Message: strings.ToUpper(message[:1]) + message[1:]}
	for _, file := range f.pass.Files {
		tf := f.pass.Fset.File(file.FileStart)
		for _, e := range edits {
			if e.File == tf.Name() {
				s.TextEdits = append(s.TextEdits, analysis.TextEdit{Pos: tf.Pos(e.Start), End: tf.Pos(e.End), NewText: []byte(e.New)})
			}
		}
	}
	return s
}
