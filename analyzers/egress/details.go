package egress

import (
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
)

// Details are all that led to a verdict. They are there if Options.Details asks
// for them.
type Details struct {
	Ways      [][]Frame  `json:"ways"` // from an entry to the site, the shortest first
	More      bool       `json:"more"` // there are more ways
	Decisions []Decision `json:"decisions"`
	Answers   []Answer   `json:"answers"`
}

// A Decision is how a switch decides: the condition that tests it, and the
// stores by which its default came there, the nearest first.
type Decision struct {
	Kind      SwitchKind `json:"kind"`
	Key       string     `json:"key"`
	Condition string     `json:"condition"` // source text
	At        Place      `json:"at"`
	Stores    []Store    `json:"stores"`
}

// A Store is one step of a default's way to the condition.
type Store struct {
	Place
	Func string `json:"func"` // empty for the declaration of a field
}

// The questions that the evaluation asks about each behaviour.
const (
	Fresh    = "fresh"    // a fresh install
	Later    = "later"    // a later run, in the state that the program brings about
	Needed   = "needed"   // the settings are there without which the program does not run; they say nothing
	Anything = "anything" // every switch may have any value
	WhatIf   = "what if"  // some switches are set
)

// An Answer says whether a behaviour happens in a state.
type Answer struct {
	Question string   `json:"question"`
	Set      []string `json:"set"` // of a "what if": KIND:KEY=VALUE, the value "*" for any
	Happens  bool     `json:"happens"`
}

// mostPaths is how many ways to a site are listed.
const mostPaths = 25

// asked is a "what if" run and what it was about.
type asked struct {
	set []string
	out *outcome
}

// trace notes a "what if" for the details of the item that is judged.
func (e *engine) trace(set map[eval.SwitchKey]string, open map[eval.SwitchKey]bool, o *outcome) *outcome {
	if _, nobody := set[nobodys]; !e.detailed || o == nil || nobody {
		return o
	}
	a := asked{set: []string{}, out: o}
	for k, v := range set {
		a.set = append(a.set, k.Kind+":"+k.Key+"="+v)
	}
	for k := range open {
		a.set = append(a.set, k.Kind+":"+k.Key+"="+anyValue)
	}
	slices.Sort(a.set)
	e.traced = append(e.traced, a)
	return o
}

// answers are what the questions about an item came to.
func (e *engine) answers(it item) []Answer {
	none := []string{}
	out := []Answer{{Fresh, none, slices.ContainsFunc(e.unasked(), func(r *eval.Run) bool { return e.happens(r, it) })}}
	if e.later != nil {
		out = append(out, Answer{Later, none, e.happens(e.later, it)})
	}
	if e.judgedThere[it] {
		out = append(out, Answer{Needed, none, e.happens(e.withSettings, it)})
	}
	out = append(out, Answer{Anything, none, e.happens(e.open, it)})
	for _, a := range e.traced {
		answer := Answer{WhatIf, a.set, a.out.happens(it)}
		if !slices.ContainsFunc(out, func(x Answer) bool { return x.Question == WhatIf && slices.Equal(x.Set, a.set) }) {
			out = append(out, answer)
		}
	}
	return out
}

// details puts together all that led to a verdict.
func (e *engine) details(it item, d decision, run *eval.Run) *Details {
	if !e.detailed {
		return nil
	}
	out := &Details{Ways: [][]Frame{}, Decisions: []Decision{}, Answers: e.answered[it]}
	site := run.Sites(e.audited)[it.site]
	ways, all := run.Ways(site, it.root, mostPaths)
	for _, steps := range ways {
		out.Ways = append(out.Ways, frames(append(steps, run.Below(site)...)))
	}
	out.More = !all
	for _, s := range d.switches {
		out.Decisions = append(out.Decisions, e.decision(s))
	}
	return out
}

func (e *engine) decision(s decided) Decision {
	sw := e.switchOf(s)
	out := Decision{Kind: sw.Kind, Key: sw.Key, Condition: sw.Condition, At: sw.DecidedAt, Stores: []Store{}}
	for _, b := range s.use.Stores() {
		out.Stores = append(out.Stores, Store{place(b.File, b.Pos), b.Fn})
	}
	return out
}

// joinDetails joins the details of two ways to one behaviour; what the first was
// asked counts.
func joinDetails(a, b *Details) *Details {
	if a == nil || b == nil {
		return a
	}
	joined := *a
	joined.Ways = slices.Concat(a.Ways, b.Ways)
	joined.More = a.More || b.More
	return &joined
}
