package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// TemplateData returns the names of what templates were handed that may hold
// something else than nothing: fields of structs and keys of maps.
func (r *Run) TemplateData() map[string]bool {
	x := &filled{Run: r, set: map[string]bool{}, seen: map[loc]bool{}}
	for n := 0; n < len(r.frames); n++ {
		f := r.frames[n]
		for i := range f.fn.Instrs {
			in := &f.fn.Instrs[i]
			if in.Op != ir.OpCall || f.progress[f.fn.blockOf[i]] < int32(i) {
				continue
			}
			symbol := r.calledSymbol(f, in)
			if data, ok := r.w.Template(symbol); ok && data+2 < len(in.Args) { // behind callee and receiver
				x.value(r.arg(f, in.Args[data+2]), 0)
			}
		}
	}
	return x.set
}

type filled struct {
	*Run
	set  map[string]bool
	seen map[loc]bool
}

func (x *filled) value(v val, depth int) {
	info := *x.vs.get(v)
	for _, d := range info.dyns {
		x.value(d.v, depth)
	}
	for _, l := range info.refs {
		x.object(l, depth)
	}
}

// object looks at the parts of an object, and at what they point to.
func (x *filled) object(l loc, depth int) {
	if x.seen[l] || depth > maxDeep {
		return
	}
	x.seen[l] = true
	for _, f := range x.p.types[x.locs[l].typ].fields {
		x.part(x.child(l, f.sym, f.typ), f.name, depth)
	}
	for n := 0; n < len(x.locs[l].kids); n++ {
		k := x.locs[l].kids[n]
		if key := x.p.strs[x.locs[k].part]; strings.HasPrefix(key, "[") {
			x.part(k, strings.Trim(key, "[]"), depth)
		}
	}
}

func (x *filled) part(l loc, name string, depth int) {
	v := x.loadCell(l, use{-1, 0})
	if !x.isStruct(l) && x.mayHold(v) {
		x.set[name] = true
	}
	x.value(v, depth+1)
}

// mayHold reports whether a value may be something else than the zero of its
// type.
func (x *filled) mayHold(v val) bool {
	info := x.vs.get(v)
	if info.top != known || info.some || len(info.refs) > 0 {
		return v != bottom
	}
	for _, c := range info.consts {
		switch x.p.consts[c].Text {
		case "", "0", "false":
		default:
			return true
		}
	}
	for _, d := range info.dyns {
		if x.mayHold(d.v) {
			return true
		}
	}
	return false
}
