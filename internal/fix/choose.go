package fix

import (
	"maps"
	"slices"
)

// A Target is a behaviour that needs a fix, with the candidates for it.
type Target struct {
	ID    string
	Fixes []Fix
}

// An Outcome is what an evaluation says about a changed program.
type Outcome struct {
	Broken bool            // something does not compile, or could not be evaluated
	Files  map[string]bool // those of the packages that are broken, as far as is known
	Bad    map[string]bool // behaviours that somebody should have been asked for, by ID
}

// Choose finds, for as many targets as it can, the first candidate with which a
// changed program is whole, the behaviour is good, and nothing else is worse
// than before. The evaluation is told the edits of all fixes together; bad are
// the behaviours that are bad now. A target that
// has no fix of its own and is made good by another's has a Fix without edits.
func Choose(targets []Target, bad map[string]bool, evaluate func([]Edit) (Outcome, error)) (map[string]Fix, error) {
	c := &chooser{evaluate: evaluate, bad: bad, next: map[string]int{}, chosen: map[string]Fix{}}
	for {
		batch := c.batch(targets)
		if len(batch) == 0 {
			again, err := c.final(targets)
			if err != nil || !again {
				return c.chosen, err
			}
			continue
		}
		if err := c.try(batch); err != nil {
			return nil, err
		}
	}
}

type chooser struct {
	evaluate func([]Edit) (Outcome, error)
	bad      map[string]bool
	next     map[string]int // the candidate whose turn it is
	chosen   map[string]Fix
}

// A trial is a candidate for a target.
type trial struct {
	id  string
	fix Fix
}

// batch returns a candidate for each open target; those that want the same
// bytes wait for the next round.
func (c *chooser) batch(targets []Target) (batch []trial) {
	for _, t := range targets {
		if _, done := c.chosen[t.ID]; done || c.next[t.ID] >= len(t.Fixes) {
			continue
		}
		for ; c.next[t.ID] < len(t.Fixes); c.next[t.ID]++ {
			one := trial{t.ID, t.Fixes[c.next[t.ID]]}
			if _, err := c.with(append(slices.Clone(batch), one)); err == nil {
				batch = append(batch, one)
				break
			}
			if _, err := c.with([]trial{one}); err == nil {
				break // its turn comes without the others
			}
		}
	}
	return batch
}

// with returns the edits of what is chosen and of a batch.
func (c *chooser) with(batch []trial) ([]Edit, error) {
	var fixes []Fix
	for _, id := range slices.Sorted(maps.Keys(c.chosen)) {
		fixes = append(fixes, c.chosen[id])
	}
	for _, t := range batch {
		fixes = append(fixes, t.fix)
	}
	return Merge(fixes...)
}

// try evaluates a batch. Where it spoils something, those that may be to blame
// and the others are tried for themselves, down to the one that does.
func (c *chooser) try(batch []trial) error {
	edits, err := c.with(batch)
	if err != nil {
		for _, t := range batch { // what was chosen meanwhile is in the way
			c.next[t.id]++
		}
		return nil
	}
	out, err := c.evaluate(edits)
	if err != nil {
		return err
	}
	if c.spoils(out) {
		if len(batch) == 1 {
			c.next[batch[0].id]++
			return nil
		}
		others, suspects := split(batch, out.Files)
		if err := c.try(others); err != nil {
			return err
		}
		return c.try(suspects)
	}
	for _, t := range batch {
		if out.Bad[t.id] {
			c.next[t.id]++
			continue
		}
		c.chosen[t.id] = t.fix
	}
	return nil
}

// split divides a batch of two or more: by who changes a broken file, or else in
// the middle.
func split(batch []trial, broken map[string]bool) (others, suspects []trial) {
	for _, t := range batch {
		if slices.ContainsFunc(t.fix.Edits, func(e Edit) bool { return broken[e.File] }) {
			suspects = append(suspects, t)
		} else {
			others = append(others, t)
		}
	}
	if len(others) == 0 || len(suspects) == 0 {
		return batch[:len(batch)/2], batch[len(batch)/2:]
	}
	return others, suspects
}

// final evaluates what is chosen, and nothing else: a fix that was good only
// beside one that was not chosen goes. It reports whether there is more to try.
func (c *chooser) final(targets []Target) (again bool, err error) {
	edits, err := c.with(nil)
	if err != nil || len(edits) == 0 {
		return false, err
	}
	out, err := c.evaluate(edits)
	if err != nil {
		return false, err
	}
	for _, t := range targets {
		_, done := c.chosen[t.ID]
		switch {
		case done && (out.Broken || out.Bad[t.ID]):
			delete(c.chosen, t.ID)
			c.next[t.ID]++
			again = true
		case !done && !out.Broken && !out.Bad[t.ID]:
			c.chosen[t.ID] = Fix{}
		}
	}
	return again, nil
}

// spoils reports whether a changed program is not whole, or bad where it was
// not.
func (c *chooser) spoils(out Outcome) bool {
	if out.Broken {
		return true
	}
	for id := range out.Bad {
		if _, good := c.chosen[id]; good || !c.bad[id] {
			return true
		}
	}
	return false
}
