// Package rule holds what the rules share: the shape of a rule, the choice of
// the one consent finding that a behaviour gets, the words of its message, and
// the way a rule becomes an analyzer for go vet.
//
// A rule is a pure function over one [egress.Behaviour]. It never walks code,
// so the same function serves go vet, where the behaviours of one package come
// from egress.Analyzer, and the audit, where they come from a whole program.
package rule

import (
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// A Rule judges one behaviour at a time, or one load of web content.
type Rule struct {
	Name  string // the rule's half of rule/category
	Doc   string // the embedded doc.go: one heading per category
	Judge Func
	Web   WebFunc
}

// A WebFunc is the judgement of a rule about web content. fn is the Function
// paragraph that covers the place of the content, or nil.
type WebFunc func(l egress.WebLoad, fn *policy.Function, ctx Context) (Finding, bool)

// A Func is the judgement of a rule: nothing, or what it has to say of the
// behaviour, which has been through [Resolve]; the policy is never nil.
type Func func(b egress.Behaviour, pol *policy.Policy, ctx Context) []Finding

// A Question is one of those that a rule asks about a behaviour: its finding,
// and whether there is one.
type Question func(b egress.Behaviour, pol *policy.Policy, ctx Context) (Finding, bool)

// A Finding is one sentence about one behaviour.
type Finding struct {
	Rule      string // rule/category
	Behaviour string // the behaviour's ID; empty for findings about the policy
	Pos       egress.Place
	Message   string // one line, ending in the rule in parentheses
	About     string // another function by which an Override may name it, import/path:Type.Method
}

// A Context is what a door knows and a behaviour does not say.
type Context struct {
	// DenyUnknown judges behaviours of unknown purpose like all others.
	DenyUnknown bool
	// Inside reports whether a file belongs to what is analysed: the package
	// (vet) or the module (audit). Nil means that every file does.
	Inside func(file string) bool
	// InsideOnly says that no other file can carry a finding, as under go vet.
	InsideOnly bool
	// Show turns a file name into what messages print. Nil prints it as it is.
	Show func(file string) string
}

// Place returns where a finding about b stands: the first wanted place that is
// inside, else the last wanted one, else the site. Where only inside places
// can carry a finding, it is the site or the innermost frame of the path that
// is inside, and the zero Place if there is none.
func (c Context) Place(b egress.Behaviour, wanted ...egress.Place) egress.Place {
	last := SitePlace(b)
	for _, p := range wanted {
		if p.Line == 0 {
			continue
		}
		if c.inside(p) {
			return p
		}
		last = p
	}
	if !c.InsideOnly || c.inside(last) {
		return last
	}
	return c.callPlace(b)
}

// callPlace returns the innermost place inside on the way to the site: there
// the analysed package makes the call that ends in the behaviour.
func (c Context) callPlace(b egress.Behaviour) egress.Place {
	if p := SitePlace(b); c.inside(p) {
		return p
	}
	for i := len(b.Path) - 1; i >= 0; i-- {
		if p := (egress.Place{File: b.Path[i].File, Line: b.Path[i].Line}); c.inside(p) {
			return p
		}
	}
	return egress.Place{}
}

func (c Context) inside(p egress.Place) bool {
	return p.Line > 0 && (c.Inside == nil || c.Inside(p.File))
}

// SitePlace returns the place of the site of b.
func SitePlace(b egress.Behaviour) egress.Place {
	return egress.Place{File: b.Site.File, Line: b.Site.Line, Column: b.Site.Column}
}
