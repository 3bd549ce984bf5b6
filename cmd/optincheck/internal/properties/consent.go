package properties

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// refusal is the variable that says no for all programs.
const refusal = "DO_NOT_TRACK"

// granted is the situation in which everything may happen.
var granted = situation.Situation{AnyEnv: true, AnyFlag: true}

// situations are the states in which nothing may be minted, sent or reported.
func situations(before *situation.Run) map[string]situation.Situation {
	absent := situation.Situation{User: situation.Absent, System: situation.Absent}
	with := func(user, system situation.File) situation.Situation {
		return situation.Situation{User: user, System: system, Earlier: before}
	}
	return map[string]situation.Situation{
		"fresh":      absent,
		"env":        {User: situation.Absent, System: situation.Absent, AnyEnv: true},
		"system":     {User: situation.Absent},
		"revoked":    with(situation.Absent, situation.Present),
		"unreadable": with(situation.Unreadable, situation.Absent),
		"malformed":  with(situation.Malformed, situation.Absent),
		"newer":      with(situation.Newer, situation.Absent),
		"forbidden":  {System: situation.Newer, AnyFlag: true, Earlier: before},
		"refused":    {Env: map[string]string{refusal: "1"}, AnyFlag: true, Earlier: before},
		"plain":      {AnyEnv: true, AnyFlag: true, Plain: true},
	}
}

// evaluate runs all situations, and finds the switch of an implementation
// that does something on a fresh install.
func (x *extraction) evaluate() {
	x.runs = map[string]*situation.Run{"granted": x.model.Evaluate(granted)}
	for name, s := range situations(x.runs["granted"]) {
		x.runs[name] = x.model.Evaluate(s)
	}
	x.off = x.runs["revoked"]
	if len(x.mintsIn(x.runs["fresh"])) == 0 {
		return
	}
	for _, f := range x.booleans() {
		run := x.model.Evaluate(situation.Situation{AnyEnv: true, AnyFlag: true, Off: f})
		if len(x.mintsIn(run)) == 0 {
			x.off, x.toggle = run, f
			return
		}
	}
}

func (x *extraction) mintsIn(r *situation.Run) []mint {
	return slices.DeleteFunc(slices.Clone(x.mints), func(m mint) bool { return !r.Reaches(m.call.Block()) })
}

// booleans are the fields of type bool that decisions before a mint may rest
// on, and that something sets.
func (x *extraction) booleans() []*types.Var {
	var fields []*types.Var
	for _, m := range x.mints {
		for _, chain := range x.chains(m.call.Parent()) {
			for _, g := range guardsOn(chain, m.call) {
				x.p.Walk(g.If.Cond, nil, flow.Options{}, func(n *flow.Node) bool {
					f := flow.Field(n.Value)
					if f != nil && types.Identical(f.Type().Underlying(), types.Typ[types.Bool]) && len(x.p.FieldStores(f)) > 0 && !slices.Contains(fields, f) {
						fields = append(fields, f)
					}
					return true
				})
			}
		}
	}
	return fields
}

// chains are the ways from where control comes in to a function.
func (x *extraction) chains(fn *ssa.Function) []flow.Chain {
	if c, ok := x.chainsOf[fn]; ok {
		return c
	}
	c := x.p.Chains(fn, x.model.Root)
	x.chainsOf[fn] = c
	return c
}

// guardsOn are the decisions on a way to a call, outermost first.
func guardsOn(chain flow.Chain, call ssa.CallInstruction) []flow.Guard {
	var all []flow.Guard
	for _, e := range chain {
		all = append(all, flow.Guards(e.Call.Block())...)
	}
	return append(all, flow.Guards(call.Block())...)
}

// condPos is where a decision stands.
func condPos(i *ssa.If) token.Pos {
	if p := i.Cond.Pos(); p.IsValid() {
		return p
	}
	if call, ok := i.Cond.(*ssa.UnOp); ok {
		return call.X.Pos()
	}
	return i.Parent().Pos()
}

// closed is a property that holds if nothing happens in a situation.
func (x *extraction) closed(name, run, good, bad string) Property {
	return x.shut(name, run, good, bad, x.reachable)
}

// shut is closed for some of what can happen.
func (x *extraction) shut(name, run, good, bad string, reachable func(*situation.Run) []ssa.CallInstruction) Property {
	fs := &facts{x: x}
	if len(reachable(x.runs["granted"])) == 0 {
		fs.unknown(x.gate(), "no way to mint or send anything was found, also with consent")
		return Property{name, fs.sorted()}
	}
	if x.runs[run].Stopped() {
		fs.unknown(x.gate(), "the evaluation took too long and was stopped")
		return Property{name, fs.sorted()}
	}
	for _, call := range reachable(x.runs[run]) {
		fs.add(call.Pos(), 0, bad)
	}
	if len(fs.all) == 0 {
		fs.add(x.gate(), 1, good)
	}
	return Property{name, fs.sorted()}
}

// byDefault: what holds on a fresh install, and where that is set.
func (x *extraction) byDefault() Property {
	p := x.closed("default", "fresh", "off until somebody says yes", "on before anybody was asked")
	if x.toggle == nil {
		return p
	}
	fs := &facts{x: x}
	for _, s := range x.p.FieldStores(x.toggle) {
		if c, ok := s.Val.(*ssa.Const); ok && c.Value != nil && c.Value.ExactString() == "true" {
			fs.add(s.Pos(), 0, fmt.Sprintf("on by default: %s is set to true", x.toggle.Name()))
		}
	}
	if len(fs.all) == 0 {
		return p
	}
	return Property{"default", fs.sorted()}
}

// beforeMint: each token is minted after consent only.
func (x *extraction) beforeMint() Property {
	fs := &facts{x: x}
	fresh := x.runs["env"]
	for _, n := range x.tokenFiles() {
		if fresh.Reaches(n.call.Block()) && len(x.mintsIn(fresh)) > 0 {
			fs.add(n.call.Pos(), 0, "an identifier is minted and kept before consent")
			continue
		}
		fs.add(n.call.Pos(), 1, "minted and kept after consent")
	}
	for _, m := range x.mints {
		if !fresh.Reaches(m.call.Block()) {
			fs.add(m.call.Pos(), 1, "minted after consent")
			continue
		}
		fs.add(m.call.Pos(), 0, "an identifier is minted before consent")
		x.askers(fs, fresh, m.call, "%s mints an identifier before consent")
	}
	return Property{"consent-before-mint", fs.sorted()}
}

// askers notes where another package calls into the one that acts.
func (x *extraction) askers(fs *facts, run *situation.Run, call ssa.CallInstruction, format string) {
	for _, chain := range x.chains(call.Parent()) {
		reached := true
		for _, e := range chain {
			reached = reached && run.Reaches(e.Call.Block())
		}
		if !reached {
			continue
		}
		for i, e := range chain {
			inner := call.Parent()
			if i+1 < len(chain) {
				inner = chain[i+1].Call.Parent()
			}
			if inner.Package() != e.Call.Parent().Package() {
				fs.add(e.Call.Pos(), 0, fmt.Sprintf(format, inner.Name()))
			}
		}
	}
}

// beforeRead: what travels is read from files of others after consent only.
func (x *extraction) beforeRead() Property {
	fs := &facts{x: x}
	var own []pattern
	for _, e := range x.events("write", "open", "create") {
		for _, n := range x.namings(e) {
			if p := x.patternOf(n); e.entry.Role != "open" || !x.reads(e) {
				own = append(own, p)
			}
		}
	}
	for _, c := range x.carries {
		for _, o := range c.origins {
			if o.kind != "read" {
				continue
			}
			for _, n := range x.namings(o.event) {
				p := x.patternOf(n)
				switch {
				case slices.ContainsFunc(own, func(q pattern) bool { return slices.Equal(p, q) }):
				case n.reached(x.runs["env"], o.event.call), n.reached(x.runs["revoked"], o.event.call):
					fs.add(n.call.Pos(), 0, "a value to be sent is read before consent")
				default:
					fs.add(n.call.Pos(), 1, "read after consent")
				}
			}
		}
	}
	return Property{"consent-before-read", fs.sorted()}
}

// A tokenFile is where a file with an identifier gets its name.
type tokenFile struct {
	naming
	event event
}

// tokenFiles are the files that minted tokens are kept in.
func (x *extraction) tokenFiles() []tokenFile {
	var all []tokenFile
	for _, k := range x.keeps {
		if !has(k.origins, "random", "weak") {
			continue
		}
		for _, n := range x.namings(k.file) {
			if x.minted(n, k) {
				all = append(all, tokenFile{n, k.file})
			}
		}
	}
	return all
}

// minted reports whether what is written under this name is a token: the
// function that writes may be given other things elsewhere.
func (x *extraction) minted(n naming, k keep) bool {
	// From the call that names the file, see which data comes down.
	found := false
	context := flow.Inside(n.chain)
	if k.file.call != k.data.call && k.file.call.Parent() != k.data.call.Parent() {
		context = nil
	}
	x.p.Walk(k.data.arg("data"), context, flow.Options{}, func(v *flow.Node) bool {
		if e, ok := x.roleOf(v.Value); ok && (e.entry.Role == "random" || e.entry.Role == "weak") {
			found = true
		}
		return !found && !isError(v.Value)
	})
	return found
}

// residue: what is left when there is no consent.
func (x *extraction) residue() Property {
	fs := &facts{x: x}
	for _, c := range x.carries {
		value := c.value()
		if !x.off.Reaches(c.event.call.Block()) {
			continue
		}
		if x.off.Empty(value) {
			fs.add(c.event.call.Pos(), 0, "without consent there is still something empty in the request")
			continue
		}
		fs.add(c.event.call.Pos(), 0, "without consent there is still something in the request")
		for _, pos := range x.remains(value) {
			fs.add(pos, 0, "without consent this is still sent")
		}
	}
	if len(fs.all) == 0 && len(x.carries) > 0 {
		fs.add(x.gate(), 1, "nothing is sent without consent, not even the version")
	}
	return Property{"residue", fs.sorted()}
}

// remains are the places where a decision against minting gives something else
// to be sent.
func (x *extraction) remains(value ssa.Value) []token.Pos {
	var all []token.Pos
	seen := map[*ssa.Function]bool{}
	x.p.Walk(value, nil, flow.Options{}, func(n *flow.Node) bool {
		if n.Block == nil || seen[n.Block.Parent()] {
			return true
		}
		fn := n.Block.Parent()
		seen[fn] = true
		for _, b := range fn.Blocks {
			ret, ok := b.Instrs[len(b.Instrs)-1].(*ssa.Return)
			if !ok || !x.off.Reaches(b) || len(ret.Results) == 0 {
				continue
			}
			if c, ok := ret.Results[0].(*ssa.Const); ok && (c.Value == nil || c.Value.ExactString() == `""`) {
				continue
			}
			for _, g := range flow.Guards(b) {
				if outcome, ok := x.off.Decided(g.If); ok && outcome == g.Holds && x.decides(g) {
					all = append(all, ret.Pos())
				}
			}
		}
		return true
	})
	return all
}

// decides reports whether the other outcome of a decision leads to a mint.
func (x *extraction) decides(g flow.Guard) bool {
	other := flow.Guard{If: g.If, Holds: !g.Holds}
	for _, m := range x.mints {
		for _, chain := range x.chains(m.call.Parent()) {
			if slices.ContainsFunc(guardsOn(chain, m.call), func(have flow.Guard) bool { return have == other }) {
				return true
			}
		}
	}
	return false
}
