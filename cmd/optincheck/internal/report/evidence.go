package report

import (
	"fmt"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// shortPath is how many steps of a path are printed unless everything is.
const shortPath = 6

// evidence prints what is known about a behaviour, a line or a few each.
func (t *Text) evidence(b egress.Behaviour) {
	t.detail("behaviour", Clean(b.ID))
	t.detail("what", Clean(what(b)))
	decide, pretend := parted(b.Switches)
	for _, s := range decide {
		t.detail("switch", Clean(switchText(s)))
	}
	if len(decide) > 1 && b.Needs != "" {
		t.detail("", fmt.Sprintf("(%s of them)", b.Needs))
	}
	for _, s := range pretend {
		t.detail("decoy", Clean(switchText(s)))
	}
	for _, c := range b.Conditions {
		t.detail("condition", Clean(fmt.Sprintf("%s: %s (%s)", c.Kind, c.Text, place(egress.Place{File: c.File, Line: c.Line}))))
	}
	for _, id := range b.Identifiers {
		t.detail("identifier", Clean(identifierText(id)))
	}
	if b.Details != nil {
		t.details(b)
	} else {
		t.path(b)
	}
	for _, e := range b.Evidence {
		t.detail("why", Clean(string(b.Purpose)+": "+e))
	}
	if t.opts.Full && len(b.Programs) > 0 {
		t.detail("programs", Clean(strings.Join(b.Programs, ", ")))
	}
}

// parted parts the switches that decide from those that only seem to.
func parted(switches []egress.Switch) (decide, pretend []egress.Switch) {
	for _, s := range switches {
		if s.Decoy {
			pretend = append(pretend, s)
		} else {
			decide = append(decide, s)
		}
	}
	return decide, pretend
}

// path prints the call path, one step a line.
func (t *Text) path(b egress.Behaviour) {
	label := "path"
	for i, f := range b.Path {
		skip := len(b.Path) - shortPath
		if !t.opts.Full && skip > 1 && i >= shortPath/2 && i < shortPath/2+skip {
			if i == shortPath/2 {
				t.detail("", fmt.Sprintf("... %d more; `-why %s` shows them", skip, Clean(b.ID)))
			}
			continue
		}
		t.detail(label, fmt.Sprintf("%s (%s)", Clean(f.Func), place(egress.Place{File: f.File, Line: f.Line})))
		label = ""
	}
	if b.Paths > 1 {
		t.detail("", fmt.Sprintf("and %s", count(b.Paths-1, "other path")))
	}
}

// detail prints one labelled line below a finding.
func (t *Text) detail(label, text string) {
	t.printf("      %s %s\n", t.faint.Sprintf("%-10s", label), text)
}

// what says in one phrase what a behaviour is.
func what(b egress.Behaviour) string {
	hosts := strings.Join(b.Hosts, ", ")
	if hosts == "" {
		hosts = "a host that is not known"
	}
	purpose := string(b.Purpose)
	if b.Purpose == policy.UnknownPurpose {
		purpose = "unknown purpose,"
	}
	text := fmt.Sprintf("%s to %s; verdict %s; trigger %s", purpose, hosts, b.Verdict, b.Trigger)
	if b.UserInitiated {
		text += "; asked for by the user"
	}
	if b.Scope != "" {
		text += "; declared as " + b.Scope
	}
	if b.Reason != "" {
		text += " (" + b.Reason + ")"
	}
	return text
}

// switchText says what a switch does, where it decides and what it is unless set.
func switchText(s egress.Switch) string {
	effect := fmt.Sprintf("%q %s it", s.Value, s.Effect)
	if s.Decoy {
		effect = "does not decide this, though its name says so"
		if s.Misses != "" {
			effect = "does not decide this: " + s.Misses
		}
	}
	text := fmt.Sprintf("%s %s: %s", s.Kind, s.Key, effect)
	if s.DecidedAt.File != "" {
		text += " at " + place(s.DecidedAt)
	}
	text += fmt.Sprintf("; unless set it is %q", s.Default)
	if s.DefaultAt.File != "" {
		text += " from " + place(s.DefaultAt)
	}
	return text
}

// identifierText says where something that identifies comes from, and how it
// travels.
func identifierText(id egress.Identifier) string {
	text := fmt.Sprintf("%s: %s (%s)", id.Class, id.Source, place(egress.Place{File: id.File, Line: id.Line}))
	for _, t := range id.Transformations {
		text += " > " + t
	}
	if id.Carrier != "" {
		text += " > " + strings.TrimSpace(id.Carrier+" "+id.Position)
	}
	if id.EarlyAt != nil {
		text += fmt.Sprintf("; %s before the gate (%s)", id.Early, place(*id.EarlyAt))
	}
	return text
}

func sitePlace(b egress.Behaviour) string {
	return place(egress.Place{File: b.Site.File, Line: b.Site.Line, Column: b.Site.Column})
}
