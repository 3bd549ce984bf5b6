package eval

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// rest gives every cell that was looked at, and that no store surely reaches,
// its zero value: absence is decided when nothing else is left to do
// (stratified negation, Apt, Blair, Walker 1988). Cells that nobody stores to
// come first, for more is known then of those where the order counts, and among
// these the ones that nothing points to: what is absent in a table of flags is
// known before where its rows lead. Where stores come first, but nothing was
// stored, each waits for another one: in the end they are zero, too. It reports
// whether anything changed.
func (e *eval) rest() bool {
	batch, waiting := e.looked, e.waiting
	e.looked, e.waiting = nil, nil
	changed := len(waiting) > 0
	for _, u := range waiting {
		e.settled[u] = true
		e.push(u)
	}
	var pointedTo []loc
	for _, l := range batch {
		c := &e.locs[l].cell
		switch {
		case c.rested || e.hasDefault(l):
		case e.hasStores(l):
			e.fallbacks = append(e.fallbacks, fallback{kind: zeroValue, l: l})
		case c.pointedTo:
			pointedTo = append(pointedTo, l)
		default:
			changed = e.restAt(l) || changed
		}
	}
	if changed {
		e.looked = append(e.looked, pointedTo...)
		return true
	}
	for _, l := range pointedTo {
		changed = e.restAt(l) || changed
	}
	return changed || e.fallBackSome()
}

// pointsTo notes which cells a value that is kept somewhere points to.
func (e *eval) pointsTo(v val) {
	if int(v) < len(e.kept) && e.kept[v] {
		return
	}
	e.kept = append(e.kept, make([]bool, max(0, len(e.vs.all)-len(e.kept)))...)
	e.kept[v] = true
	x := e.vs.get(v)
	for _, r := range x.refs {
		e.locs[r].cell.pointedTo = true
	}
	for _, d := range x.dyns {
		e.pointsTo(d.v)
	}
}

// restAt gives a cell its zero value, reporting whether that changed it.
func (e *eval) restAt(l loc) bool {
	e.locs[l].cell.rested = true
	v := e.absent(l)
	if v == bottom {
		return false
	}
	before := e.locs[l].cell.v
	e.grow(l, v, 0)
	return e.locs[l].cell.v != before
}

// restLast evaluates again what has waited until nothing else is left to decide.
func (e *eval) restLast() bool {
	batch := e.last
	e.last = nil
	for _, u := range batch {
		e.settled[u] = true
		e.push(u)
	}
	return len(batch) > 0
}

// hasDefault reports whether l never holds its zero value.
func (e *eval) hasDefault(l loc) bool {
	if e.locs[l].cell.sure {
		return true
	}
	if p := e.locs[l].parent; p != 0 && e.locs[p].cell.v != bottom && e.isStruct(p) {
		return true // a struct of the world
	}
	for p := l; p != 0; p = e.locs[p].parent {
		if len(e.locs[p].edges.sources) > 0 && e.locs[p].cell.sure {
			return true // copied whole before anybody looks
		}
		if e.locs[e.root(p)].obj.kind == variable && slices.ContainsFunc(e.locs[p].cell.stores, e.ranAtStart) {
			return true
		}
	}
	return false
}

// ranAtStart reports whether an instruction stands in a function that runs
// before the program starts, on every way through it that was taken. It is
// asked at rest, when no other ways are left.
func (e *eval) ranAtStart(u use) bool {
	return u.frame >= 0 && isInit(e.frames[u.frame].fn) && e.alwaysPasses(e.frames[u.frame], []int32{u.instr})
}

// isInit reports whether a function runs before the program starts.
func isInit(fn *function) bool {
	return fn.Name == "init" || strings.HasPrefix(fn.Name, "init#")
}

// absent is the value of a cell that nobody wrote.
func (e *eval) absent(l loc) val {
	x := &e.locs[l]
	switch e.p.strs[x.part] {
	case chanPart:
		return bottom // receiving from it never fires
	case lenPart:
		if t := &e.p.types[e.locs[x.parent].typ]; t.kind == ir.KArray {
			return e.intVal(int(t.length)) // has its length by its type
		}
		return e.constVal(e.constID(ir.Const{Kind: ir.Int, Text: "0"}))
	case urlPart, closedPart:
		return bottom
	}
	root := &e.locs[e.root(l)]
	switch root.obj.kind {
	case outside:
		return e.fromOutside(l)
	case variable:
		if g := e.p.globals[e.p.strOf[root.obj.name]]; g == nil {
			if m, ok := e.w.Model(root.obj.name); ok && m.Effect == "variable" {
				return e.refVal(e.source(m.Get("is"), root.obj.name))
			}
			return e.worldVal() // of a package that is not here
		}
	case modelled:
		if x.typ == 0 || x.parent != 0 && !root.obj.zeroed {
			return e.worldVal() // what a library put there
		}
	}
	if x.typ == 0 {
		return e.worldVal()
	}
	return e.zero(x.typ)
}

// waitRest has an instruction evaluated again at rest, when what is absent so
// far counts as absent.
func (e *eval) waitRest(by use) {
	if !e.settled[by] {
		e.waiting = append(e.waiting, by)
	}
}
