package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// A Lintian prints tags as lintian does:
//
//	E: package source: optout-default-on what is wrong [file:line]
//
// The tag is the finding's name with a hyphen for the slash. After the first
// tag of each name stands its explanation, in lines that begin with "N:".
type Lintian struct {
	w         io.Writer
	pkg       string
	explain   func(rule string) string
	explained map[string]bool
	err       error
}

// NewLintian returns a handler that writes tags about a source package to w.
func NewLintian(w io.Writer, pkg string, explain func(rule string) string) *Lintian {
	return &Lintian{w: w, pkg: pkg, explain: explain, explained: map[string]bool{}}
}

func (l *Lintian) printf(format string, args ...any) {
	if l.err == nil {
		_, l.err = fmt.Fprintf(l.w, format, args...)
	}
}

// Start implements Handler.
func (l *Lintian) Start(s Start) error {
	if s.Policy.File != "" {
		l.printf("N: policy: %s (%s)\n", Clean(s.Policy.File), s.Policy.Origin)
	}
	return l.err
}

// Behaviour implements Handler.
func (l *Lintian) Behaviour(egress.Behaviour) error { return nil }

// Finding implements Handler.
func (l *Lintian) Finding(f Finding) error {
	l.printf("%s: %s source: %s %s [%s]\n", letter(f.Severity), Clean(l.pkg), strings.ReplaceAll(f.Rule, "/", "-"),
		Clean(f.sentence()), place(egress.Place{File: f.File, Line: f.Line}))
	if l.explained[f.Rule] {
		return l.err
	}
	l.explained[f.Rule] = true
	l.printf("N:\n")
	for line := range strings.Lines(strings.TrimSpace(l.explain(f.Rule))) {
		l.printf("%s\n", strings.TrimRight("N:   "+line, " \t\n"))
	}
	l.printf("N:\n")
	return l.err
}

func letter(s Severity) string {
	switch s {
	case Error:
		return "E"
	case Warning:
		return "W"
	}
	return "I"
}

// End implements Handler.
func (l *Lintian) End(e End) error {
	for _, n := range e.NotAnalysed {
		l.printf("N: not analysed: %s\n", Clean(n.Package+": "+n.Reason))
	}
	if !e.Complete() && len(e.NotAnalysed) == 0 {
		l.printf("N: incomplete: %s, under -strict\n", count(len(e.BlindSpots), "blind spot"))
	}
	return l.err
}
