package eval

import "slices"

// A fallback is what a cell is while nothing else is stored to it: its zero or
// initial value, or for a key of a map that there is none. Where the program
// does store to it, the fallback counts only if control gets to some look past
// all those stores. That is asked at rest.
type fallback struct {
	kind fallbackKind
	l    loc
	by   use // what looks for a key
}

// A pending fallback is one that nobody found. It is not looked for again while
// the frames that were looked through, and who uses the cell, stay the same.
type pending struct {
	fallback
	through []int32
	stamp   int
}

type fallbackKind uint8

const (
	zeroValue fallbackKind = iota
	initialValue
	noKey
	noText      // of an object whose fields wait for their first value
	storedAfter // not a fallback, but asked like one: see storedAfter
)

// fallBackSome lets those fallbacks count that somebody finds. First come those
// that were not asked about before, for they may be all. Where stores come
// first everywhere, but nothing was stored, each waits for another one: in the
// end the fallbacks count there, too. It reports whether anything changed.
func (e *eval) fallBackSome() (changed bool) {
	var fresh []pending
	for _, f := range e.fallbacks {
		fresh = append(fresh, pending{fallback: f, stamp: -1})
	}
	old := e.unfound
	e.fallbacks, e.unfound = nil, nil
	fresh, changed = e.fallBackWhere(fresh, e.findsNow)
	if !changed {
		old, changed = e.fallBackWhere(old, e.findsNow)
	}
	old = append(old, fresh...)
	if !changed {
		old, changed = e.fallBackWhere(old, func(p *pending) bool { return e.lacking(p.fallback) })
	}
	e.unfound = old
	return changed
}

// fallBackWhere lets some fallbacks count, and returns the others.
func (e *eval) fallBackWhere(all []pending, where func(*pending) bool) (others []pending, changed bool) {
	for n := range all {
		if p := &all[n]; where(p) {
			changed = e.fallBack(p.fallback) || changed
		} else {
			others = append(others, *p)
		}
	}
	return others, changed
}

// findsNow reports whether somebody finds a fallback, where that was not asked
// in the same state before.
func (e *eval) findsNow(p *pending) bool {
	if p.stamp >= 0 && e.stampOf(p) == p.stamp {
		return false
	}
	e.through = e.through[:0]
	if e.found(p.fallback) {
		return true
	}
	slices.Sort(e.through)
	p.through = slices.Clone(slices.Compact(e.through))
	p.stamp = e.stampOf(p)
	return false
}

// stampOf is a number that grows with whatever may let a fallback be found.
func (e *eval) stampOf(p *pending) (n int) {
	for at := p.l; at != 0; at = e.locs[at].parent {
		n += len(e.locs[at].cell.stores) + len(e.locs[at].cell.readers) + len(e.locs[at].edges.copies)
	}
	for _, f := range p.through {
		n += e.frames[f].changes
	}
	return n
}

// found reports whether somebody finds a fallback, as far as the run got.
func (e *eval) found(f fallback) bool {
	switch f.kind {
	case noText:
		return false
	case noKey:
		return !e.storedAtStart(f.l) && !e.comesFirst([]use{f.by}, e.storePoints(f.l, false))
	case storedAfter:
		return e.comesFirst([]use{f.by}, e.always(e.decoders(e.locs[f.l].origin), nil))
	}
	looks, ok := e.looksAt(f.l)
	if ok && len(looks) == 0 && f.kind == initialValue {
		return false
	}
	return !ok || !e.comesFirst(looks, e.storePoints(f.l, f.kind == initialValue))
}

// lacking reports whether nothing else is known of a cell.
func (e *eval) lacking(f fallback) bool {
	switch f.kind {
	case noText:
		return true
	case noKey, storedAfter:
		return false
	}
	if f.kind == zeroValue && e.initials[f.l] != nil {
		return false // that one counts
	}
	looks, ok := e.looksAt(f.l)
	return e.locs[f.l].cell.v == bottom || ok && len(looks) == 0
}

// fallBack lets a fallback count. It reports whether that changed anything.
func (e *eval) fallBack(f fallback) bool {
	switch f.kind {
	case zeroValue:
		return e.restAt(f.l)
	case initialValue:
		return e.startsWith(f.l)
	}
	e.missed[f] = true
	e.push(f.by)
	if f.kind == storedAfter {
		for _, u := range e.locs[f.l].cell.readers {
			e.push(u)
		}
	}
	return true
}

// mayMiss reports whether a look at a key under which something is stored may
// come before the store, as far as the run got.
func (e *eval) mayMiss(by use, l loc) bool {
	return e.asked(fallback{noKey, l, by})
}

// mayLackText reports whether what is read of an object may have no text. It
// has none so far, but fields that were stored to may get a value.
func (e *eval) mayLackText(by use, l loc) bool {
	for _, k := range e.locs[l].kids {
		if c := &e.locs[k].cell; c.v == bottom && len(c.stores) > 0 {
			return e.asked(fallback{noText, l, by})
		}
	}
	return true
}

// asked reports whether a fallback counts already, and has it asked about.
func (e *eval) asked(f fallback) bool {
	if counts, ok := e.missed[f]; ok {
		return counts
	}
	if e.missed == nil {
		e.missed = map[fallback]bool{}
	}
	e.missed[f] = false
	e.fallbacks = append(e.fallbacks, f)
	return false
}

// hasStores reports whether something was stored to l, or to a struct around it.
func (e *eval) hasStores(l loc) bool {
	for at := l; at != 0; at = e.locs[at].parent {
		if len(e.locs[at].cell.stores) > 0 {
			return true
		}
	}
	return false
}
