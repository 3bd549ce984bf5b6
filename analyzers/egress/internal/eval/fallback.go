package eval

// A fallback is what a cell is while nothing else is stored to it: its zero or
// initial value, or for a key of a map that there is none. Where the program
// does store to it, the fallback counts only if control gets to some look past
// all those stores. That is asked at rest.
type fallback struct {
	kind fallbackKind
	l    loc
	by   use // what looks for a key
}

type fallbackKind uint8

const (
	zeroValue fallbackKind = iota
	initialValue
	noKey
	noText // of an object whose fields wait for their first value
)

// fallBackSome lets those fallbacks count that somebody finds. First come those
// that were not asked about before, for they may be all. Where stores come
// first everywhere, but nothing was stored, each waits for another one: in the
// end the fallbacks count there, too. It reports whether anything changed.
func (e *eval) fallBackSome() (changed bool) {
	fresh, old := e.fallbacks, e.unfound
	e.fallbacks, e.unfound = nil, nil
	fresh, changed = e.fallBackWhere(fresh, e.found)
	if !changed {
		old, changed = e.fallBackWhere(old, e.found)
	}
	old = append(old, fresh...)
	if !changed {
		old, changed = e.fallBackWhere(old, e.lacking)
	}
	e.unfound = old
	return changed
}

// fallBackWhere lets some fallbacks count, and returns the others.
func (e *eval) fallBackWhere(all []fallback, where func(fallback) bool) (others []fallback, changed bool) {
	for _, f := range all {
		if where(f) {
			changed = e.fallBack(f) || changed
		} else {
			others = append(others, f)
		}
	}
	return others, changed
}

// found reports whether somebody finds a fallback, as far as the run got.
func (e *eval) found(f fallback) bool {
	switch f.kind {
	case noText:
		return false
	case noKey:
		return !e.storedAtStart(f.l) && !e.comesFirst([]use{f.by}, e.storePoints(f.l, false))
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
	case noKey:
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
