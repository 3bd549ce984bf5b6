package eval

import (
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// copyStruct makes dst include what the edge leads from, field by field, as
// fields come into being.
func (e *eval) copyStruct(dst loc, edge copyEdge) {
	src := edge.at
	if e.isPartOf(src, dst) || e.isPartOf(dst, src) { // nothing holds itself
		return
	}
	if !e.alike(e.locs[src].typ, e.locs[dst].typ) {
		return // joined where one body serves several types: no value goes that way
	}
	for n, s := range e.locs[dst].edges.sources {
		if s.at != src {
			continue
		}
		if !s.initial || edge.initial {
			return
		}
		e.edgesOf(dst).sources[n].initial = false // it comes again
		e.copyParts(dst, edge)
		return
	}
	e.edgesOf(dst).sources = append(e.edgesOf(dst).sources, edge)
	for _, u := range e.tied[dst] {
		e.push(u)
	}
	back := edge
	back.at = dst
	e.edgesOf(src).copies = append(e.edgesOf(src).copies, back)
	e.copyParts(dst, edge)
	if t := e.locs[src].cell.v; t != bottom {
		e.grow(dst, t, 0)
	}
	e.locs[src].cell.outs = append(e.locs[src].cell.outs, dst)
}

func (e *eval) copyParts(dst loc, edge copyEdge) {
	for i := 0; i < len(e.locs[dst].kids); i++ {
		e.copyPart(edge, dst, e.locs[dst].kids[i])
	}
}

// isPartOf reports whether l lies within another location.
func (e *eval) isPartOf(l, within loc) bool {
	for l != 0 && l != within {
		l = e.locs[l].parent
	}
	return l == within
}

// alike reports whether values of two types have the same parts.
func (e *eval) alike(a, b typeID) bool {
	x, y := &e.p.types[a], &e.p.types[b]
	switch {
	case a == b || a == 0 || b == 0:
		return true
	case x.kind != y.kind:
		return false
	case x.kind == ir.KArray:
		return x.elem == y.elem
	}
	return len(x.fields) == len(y.fields) && (len(x.fields) == 0 || x.fields[0].sym == y.fields[0].sym)
}

// A lostEdge stores a struct that is not known, except for some paths.
type lostEdge struct {
	v      val
	except []string
}

// lostStruct makes every field of dst unknown.
func (e *eval) lostStruct(dst loc, edge lostEdge) {
	for _, l := range e.locs[dst].edges.lost {
		if l.v == edge.v {
			return
		}
	}
	e.edgesOf(dst).lost = append(e.edgesOf(dst).lost, edge)
	e.grow(dst, edge.v, 0)
	for i := 0; i < len(e.locs[dst].kids); i++ {
		e.losePart(edge, dst, e.locs[dst].kids[i])
	}
}

// losePart makes one part of dst unknown.
func (e *eval) losePart(edge lostEdge, dst, part loc) {
	inner, all := e.within(edge.except, dst, part)
	switch {
	case all:
	case e.isStruct(part):
		e.lostStruct(part, lostEdge{edge.v, inner})
	default:
		e.grow(part, edge.v, 0)
	}
}

// within returns the paths that lie within a part of dst, or all if one of them
// is the part.
func (e *eval) within(paths []string, dst, part loc) (inner []string, all bool) {
	name := e.p.strs[e.locs[part].part]
	for _, x := range paths {
		rest := x
		if !e.isRootPath(dst, &rest) {
			continue
		}
		if rest == name {
			return nil, true
		}
		if strings.HasPrefix(rest, name+"|") {
			inner = append(inner, x)
		}
	}
	return inner, false
}

// copyPart applies a copy of a struct into dst to one part of dst.
func (e *eval) copyPart(edge copyEdge, dst, part loc) {
	inner, all := e.within(edge.except, dst, part)
	if all {
		return
	}
	src := e.child(edge.at, e.locs[part].part, e.locs[part].typ)
	if e.isStruct(part) {
		e.copyStruct(part, copyEdge{src, inner, edge.by, edge.initial})
		return
	}
	if edge.initial {
		if in := e.initialOf(part); in != nil {
			if !slices.Contains(in.from, src) {
				in.from = append(in.from, src)
				e.derives(part, src)
			}
			return
		}
	}
	if e.attach(src, part) {
		e.derives(part, src)
	}
}

// derives notes that a cell comes from another one by a copy.
func (e *eval) derives(l, src loc) {
	e.edgesOf(src).copiedTo = append(e.edgesOf(src).copiedTo, l)
	if o := e.locs[src].origin; o != 0 {
		e.comesFrom(l, o)
	}
}

// attach makes the cell at dst hold what the one at src holds. It reports
// whether it did not before.
func (e *eval) attach(src, dst loc) bool {
	e.markRead(src)
	c := &e.locs[src].cell
	if slices.Contains(c.outs, dst) {
		return false
	}
	c.outs = append(c.outs, dst)
	if c.v != bottom {
		e.grow(dst, c.v, 0)
	}
	return true
}

// isRootPath cuts the path of dst off x, reporting whether x lies within dst.
func (e *eval) isRootPath(dst loc, x *string) bool {
	at := e.path(dst)
	if at == "" {
		return true
	}
	if strings.HasPrefix(*x, at+"|") {
		*x = (*x)[len(at)+1:]
		return true
	}
	return false
}
