package report

import (
	"fmt"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// details prints all that led to a verdict: how each switch decides, every way,
// and what each question was answered.
func (t *Text) details(b egress.Behaviour) {
	for _, d := range b.Details.Decisions {
		t.decision(d)
	}
	for i, way := range b.Details.Ways {
		label := fmt.Sprintf("path %d", i+1)
		for _, f := range way {
			t.detail(label, fmt.Sprintf("%s (%s)", Clean(f.Func), place(egress.Place{File: f.File, Line: f.Line})))
			label = ""
		}
	}
	if b.Details.More {
		t.detail("", "and more")
	}
	for _, a := range grouped(b.Details.Answers) {
		t.detail(a.question, Clean(a.text))
	}
}

// decision prints what tests a switch, and from where its default comes.
func (t *Text) decision(d egress.Decision) {
	if d.Condition != "" {
		t.detail("decides", Clean(fmt.Sprintf("%s %s: %s (%s)", d.Kind, d.Key, d.Condition, place(d.At))))
	}
	for _, s := range d.Stores {
		text := place(s.Place)
		if line, ok := lineOf(t.opts.Source, s.Place); ok {
			text += ": " + strings.TrimSpace(line)
		}
		t.detail("default", Clean(text))
	}
}

// An answer is what one or more questions came to, in words.
type answer struct{ question, text string }

// grouped puts answers into words; what one switch at several values comes to
// is one line.
func grouped(answers []egress.Answer) (out []answer) {
	where := map[string]string{
		egress.Fresh: "on a fresh install", egress.Later: "in the state that the program brings about", egress.Anything: "when anything may be set",
		egress.Needed: "where the settings are there without which the program does not run",
	}
	for i := 0; i < len(answers); {
		a := answers[i]
		if a.Question != egress.WhatIf {
			out = append(out, answer{a.Question, happens(a) + " " + where[a.Question]})
			i++
			continue
		}
		set := []string{strings.ReplaceAll(strings.Join(a.Set, ", ")+",", "=*,", " at any value,")}
		set[0] = strings.TrimSuffix(set[0], ",")
		for i++; i < len(answers) && sameSwitch(a, answers[i]); i++ {
			_, value, _ := strings.Cut(answers[i].Set[0], "=")
			set = append(set, value)
		}
		out = append(out, answer{egress.WhatIf, strings.Join(set, " or ") + ": " + happens(a)})
	}
	return out
}

// sameSwitch reports whether two answers are about one and the same switch, and
// the same.
func sameSwitch(a, b egress.Answer) bool {
	if b.Question != egress.WhatIf || a.Happens != b.Happens || len(a.Set) != 1 || len(b.Set) != 1 {
		return false
	}
	x, _, _ := strings.Cut(a.Set[0], "=")
	y, _, _ := strings.Cut(b.Set[0], "=")
	return x == y
}

func happens(a egress.Answer) string {
	if a.Happens {
		return "it happens"
	}
	return "it does not happen"
}
