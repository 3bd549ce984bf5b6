package properties

import (
	"fmt"
	"go/token"
	"go/types"
	"slices"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/flow"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/situation"
)

// A removal takes files away, with no consent needed for it.
type removal struct {
	event   event
	pattern pattern
	some    bool // only those whose names are picked out
}

// removals are what an implementation removes in a situation without consent.
func (x *extraction) removals() []removal {
	var all []removal
	for _, e := range x.events("remove", "rename") {
		if x.runs["revoked"].Reaches(e.call.Block()) {
			all = append(all, removal{e, x.pattern(e.arg("path"), nil, 0), picked(e.call.Block())})
		}
	}
	return all
}

// picked reports whether a block stands behind a decision about a name's
// beginning or end, or that it is one name.
func picked(b *ssa.BasicBlock) bool {
	for _, g := range flow.Guards(b) {
		switch c := g.If.Cond.(type) {
		case *ssa.Call:
			if fn := c.Call.StaticCallee(); g.Holds && fn != nil && strings.HasPrefix(flow.Symbol(fn), "strings:") {
				return true
			}
		case *ssa.BinOp:
			if b, ok := c.X.Type().Underlying().(*types.Basic); ok && b.Info()&types.IsString != 0 && g.Holds == (c.Op == token.EQL) {
				return true
			}
		}
	}
	return false
}

// revocation: whether taking consent back takes the identifiers away.
func (x *extraction) revocation() Property {
	fs := &facts{x: x}
	removals := x.removals()
	for _, n := range x.tokenFiles() {
		p := x.patternOf(n.naming)
		i := slices.IndexFunc(removals, func(r removal) bool {
			return !r.some && r.pattern.covers(p, r.event.symbol != "os:Remove") && (r.event.entry.Role == "remove" || x.removedLater(r, removals))
		})
		if i < 0 {
			fs.add(n.call.Pos(), 0, "nothing removes this file when consent is taken back")
			continue
		}
		fs.add(removals[i].event.call.Pos(), 1, "removed when consent is taken back")
	}
	return Property{"revocation-deletes", fs.sorted()}
}

// removedLater reports whether what gets another name is removed under that.
func (x *extraction) removedLater(r removal, all []removal) bool {
	name := x.pattern(flow.Arg(r.event.call, 1), nil, 0)
	return slices.ContainsFunc(all, func(other removal) bool {
		return other.event.entry.Role == "remove" && other.event.symbol == "os:RemoveAll" && other.pattern.covers(name, true)
	})
}

// perPurpose: whether each purpose has a consent of its own.
func (x *extraction) perPurpose() Property {
	fs := &facts{x: x}
	for _, r := range x.gateway().records {
		p := x.patternOf(r.naming)
		own := len(p) > 1 && slices.ContainsFunc(p[1:], func(e string) bool { return e == given || strings.HasPrefix(e, field) })
		if own {
			fs.add(r.call.Pos(), 1, "each purpose has a record of its own")
		} else {
			fs.add(r.call.Pos(), 0, "one file for all purposes")
		}
	}
	if len(fs.all) == 0 && len(x.mints) > 0 {
		fs.add(x.gate(), 0, "no record of consent")
	}
	return Property{"per-purpose", fs.sorted()}
}

// binding: what a record is compared with before it counts.
func (x *extraction) binding() Property {
	fs := &facts{x: x}
	fields := map[*types.Var]token.Pos{}
	for _, e := range x.gateway().decodes {
		if !x.ofUser(e.arg("data")) {
			continue
		}
		for _, f := range decoded(e.call) {
			if pos := x.compared(f); pos.IsValid() {
				fields[f] = pos
			}
		}
	}
	for _, pos := range fields {
		fs.add(pos, len(fields), fmt.Sprintf("one of %d parts of the record that are compared", len(fields)))
	}
	if len(fields) == 0 && len(x.mints) > 0 {
		fs.add(x.gate(), 0, "no part of a record is compared with anything")
	}
	return Property{"record-binding", fs.sorted()}
}

// ofUser reports whether text is what a file of the user's holds.
func (x *extraction) ofUser(v ssa.Value) bool {
	return slices.ContainsFunc(x.origins(v, nil), func(o origin) bool {
		return o.kind == "read" && x.class(o.event.arg("path"))&situation.User != 0
	})
}

// decoded are the fields that a decoder fills.
func decoded(call ssa.CallInstruction) []*types.Var {
	var fields []*types.Var
	for _, arg := range call.Common().Args {
		m, ok := arg.(*ssa.MakeInterface)
		if !ok {
			continue
		}
		ptr, ok := m.X.Type().Underlying().(*types.Pointer)
		if !ok {
			continue
		}
		if s, ok := ptr.Elem().Underlying().(*types.Struct); ok {
			for f := range s.Fields() {
				fields = append(fields, f.Origin())
			}
		}
	}
	return fields
}

// compared is where a field is compared with something.
func (x *extraction) compared(f *types.Var) token.Pos {
	for _, fn := range x.p.Funcs {
		for _, b := range fn.Blocks {
			for _, i := range b.Instrs {
				switch i := i.(type) {
				case *ssa.BinOp:
					if flow.Field(i.X) == f || flow.Field(i.Y) == f {
						return i.Pos()
					}
				case *ssa.Call:
					if types.Identical(i.Type(), types.Typ[types.Bool]) && slices.ContainsFunc(i.Call.Args, func(v ssa.Value) bool { return flow.Field(v) == f }) {
						return i.Pos()
					}
				}
			}
		}
	}
	return token.NoPos
}
