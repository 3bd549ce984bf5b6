// Package draft writes the first policy of a program: what the program does, as
// paragraphs that somebody has to review. Each purpose says "unreviewed", which
// the policy package takes for an error, so that no draft passes for a
// declaration.
//
// There is one Function paragraph for each package, or for each purpose in it
// and what decides it, and one Consent paragraph for each switch that decides a
// behaviour of known purpose. What cannot be written down (a host that nobody could resolve, a
// value that means yes) is left out, and the error about the missing field
// says what to do.
package draft

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/policy"
)

// Policy returns the policy that declares what the behaviours of a module say.
func Policy(module string, behaviours []egress.Behaviour) *policy.Policy {
	p := &policy.Policy{Header: policy.Header{
		Format: policy.FormatURI, Module: module,
		Comment: policy.Text{"Written by optincheck init from what the program does. Say for each",
			"Function what it is for, and delete what the program need not do."},
	}}
	gates := newGates()
	for _, g := range groups(module, behaviours) {
		p.Functions = append(p.Functions, g.function(gates))
	}
	p.Consents = gates.consents
	named(p.Functions)
	return p
}

// A group is the behaviours that one Function paragraph declares.
type group struct {
	module     string
	pkg        string
	purpose    policy.Purpose
	switches   []string
	whole      bool // nothing else is in the package
	behaviours []egress.Behaviour
}

// groups puts together the functions of one package that send for the same
// purpose and that the same switches decide.
func groups(module string, behaviours []egress.Behaviour) []*group {
	var all []*group
	for _, f := range functions(module, behaviours) {
		i := slices.IndexFunc(all, func(g *group) bool {
			return g.pkg == f.pkg && g.purpose == f.purpose && slices.Equal(g.switches, f.switches)
		})
		if i < 0 {
			all = append(all, f)
			continue
		}
		all[i].behaviours = append(all[i].behaviours, f.behaviours...)
	}
	for _, g := range all {
		g.whole = !slices.ContainsFunc(all, func(o *group) bool { return o != g && o.pkg == g.pkg })
	}
	slices.SortStableFunc(all, func(a, b *group) int {
		return cmp.Or(strings.Compare(a.pkg, b.pkg), strings.Compare(string(a.purpose), string(b.purpose)))
	})
	return all
}

// functions returns a group for each function. Its purpose is the first that
// is known: a policy cannot give a function two.
func functions(module string, behaviours []egress.Behaviour) []*group {
	var all []*group
	at := map[[2]string]*group{}
	for _, b := range behaviours {
		fn := own(module, b)
		g := at[fn]
		if g == nil {
			g = &group{module: module, pkg: fn[0]}
			at[fn] = g
			all = append(all, g)
		}
		if g.purpose == "" || g.purpose == policy.UnknownPurpose {
			g.purpose = b.Purpose
		}
		g.switches = slices.Compact(slices.Sorted(slices.Values(append(g.switches, deciding(b)...))))
		g.behaviours = append(g.behaviours, b)
	}
	return all
}

// own returns package and symbol of the module's own function that a behaviour
// is in, or through which it goes into a dependency.
func own(module string, b egress.Behaviour) [2]string {
	fn := [2]string{b.Site.Package, symbol(b.Site.Func)}
	if below(module, fn[0]) {
		return fn
	}
	for _, frame := range slices.Backward(b.Path) {
		if pkg, name, _ := strings.Cut(frame.Func, ":"); below(module, pkg) {
			return [2]string{pkg, symbol(name)}
		}
	}
	return fn
}

func below(module, pkg string) bool {
	rest, ok := strings.CutPrefix(pkg, module)
	return ok && (rest == "" || rest[0] == '/')
}

// symbol is the declared function that a closure belongs to.
func symbol(name string) string {
	if i := strings.IndexAny(name, "$#"); i >= 0 {
		return name[:i]
	}
	return name
}

// function is the paragraph of the group.
func (g *group) function(gates *gates) policy.Function {
	fn := policy.Function{Name: path.Base(g.pkg), Scope: g.scope(), Purpose: g.purpose}
	fn.Comments = []string{}
	var evidence []string
	for _, b := range g.behaviours {
		fn.Comments = add(fn.Comments, comment(b))
		evidence = add(evidence, b.Evidence...)
		fn.Hosts = items(fn.Hosts, validHosts(b.Hosts)...)
		fn.Consent = items(fn.Consent, gates.of(b)...)
	}
	fn.Why = policy.Text{policy.Unreviewed + why(evidence)}
	if g.purpose == policy.UnknownPurpose || g.purpose == "" {
		fn.Purpose, fn.Why = policy.Unreviewed, nil
	}
	return fn
}

// named makes the names of functions unique: by purpose, then by a number.
func named(functions []policy.Function) {
	times := map[string]int{}
	for _, f := range functions {
		times[f.Name]++
	}
	seen := map[string]int{}
	for i := range functions {
		f := &functions[i]
		if times[f.Name] > 1 && f.Purpose != policy.Unreviewed {
			f.Name += "-" + string(f.Purpose)
		}
		if seen[f.Name]++; seen[f.Name] > 1 {
			f.Name += fmt.Sprintf("-%d", seen[f.Name])
		}
	}
}

func (g *group) scope() []policy.Item {
	pkg := g.pkg
	if rest, ok := strings.CutPrefix(pkg, g.module); below(g.module, pkg) && ok {
		pkg = "./" + strings.TrimPrefix(rest, "/")
	}
	if g.whole {
		return items(nil, pkg)
	}
	var scope []policy.Item
	for _, b := range g.behaviours {
		scope = items(scope, pkg+":"+own(g.module, b)[1])
	}
	return scope
}

// comment says what was found, for whoever reviews.
func comment(b egress.Behaviour) string {
	text := fmt.Sprintf("# %s to %s: %s", symbol(b.Site.Func), cmp.Or(strings.Join(b.Hosts, ", "), "a host that could not be resolved"), b.Verdict)
	for i, s := range b.Switches {
		word := ", "
		if i > 0 && b.Needs != "" {
			word = " " + map[egress.Needs]string{egress.All: "and", egress.Any: "or"}[b.Needs] + " "
		}
		text += fmt.Sprintf("%s%s %s=%s %s it", word, s.Kind, s.Key, s.Value, s.Effect)
	}
	if len(b.Identifiers) > 0 {
		text += ", with " + strings.Join(b.Sources(), ", ")
	}
	return report.Clean(text)
}

func why(evidence []string) string {
	if len(evidence) == 0 {
		return ""
	}
	return ": " + report.Clean(strings.Join(strings.Fields(evidence[0]), " "))
}

func validHosts(hosts []string) (valid []string) {
	for _, h := range hosts {
		if policy.CheckHost(h) == nil {
			valid = append(valid, h)
		}
	}
	return valid
}

// items adds what is not in the list already.
func items(list []policy.Item, values ...string) []policy.Item {
	for _, v := range values {
		if !slices.ContainsFunc(list, func(it policy.Item) bool { return it.Value == v }) {
			list = append(list, policy.Item{Value: v})
		}
	}
	return list
}

func add(list []string, values ...string) []string {
	for _, v := range values {
		if !slices.Contains(list, v) {
			list = append(list, v)
		}
	}
	return list
}
