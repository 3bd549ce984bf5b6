package rule

import (
	"fmt"
	"path"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// Say makes a finding: its message is the parts that are not empty, as one
// line ending in the category.
func Say(category string, b egress.Behaviour, at egress.Place, parts ...string) Finding {
	said := parts[:0:0]
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	line := oneLine(strings.Join(said, "; "))
	return Finding{
		Rule:      category,
		Behaviour: b.ID,
		Pos:       at,
		Message:   fmt.Sprintf("%s (%s)", line, category),
	}
}

// oneLine keeps text from the audited code (hosts, keys, conditions) from
// breaking the line or reaching a terminal as control characters.
func oneLine(s string) string {
	clean := strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || 0x80 <= r && r < 0xa0 {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(clean), " ")
}

// What names the behaviour in a few words: "usage report to stats.example.org
// by a timer".
func What(b egress.Behaviour) string {
	return strings.TrimSpace(noun(b.Purpose) + " to " + Hosts(b.Hosts) + " " + when(b.Trigger))
}

func noun(p policy.Purpose) string {
	switch p {
	case policy.Primary:
		return "request"
	case policy.Usage:
		return "usage report"
	case policy.Crash:
		return "crash report"
	case policy.Update:
		return "update check"
	case policy.Heartbeat:
		return "heartbeat"
	case policy.Feedback:
		return "feedback"
	case policy.Other:
		return "request of purpose other"
	}
	return "request of unknown purpose"
}

func when(trigger string) string {
	command, isCommand := strings.CutPrefix(trigger, "command ")
	switch {
	case isCommand:
		return "in command " + command
	case trigger == "init":
		return "while the package is initialised"
	case trigger == "timer":
		return "by a timer"
	case trigger == "request":
		return "while serving a request"
	}
	return "" // start: the ordinary case, and in a library just a call
}

// Hosts lists hosts for a reader.
func Hosts(hosts []string) string {
	var known []string
	unresolved := len(hosts) == 0
	for _, h := range hosts {
		switch {
		case !Resolved(h):
			unresolved = true
		case h == policy.HostUser:
			known = append(known, "a host that the user gives")
		default:
			known = append(known, h)
		}
	}
	if unresolved {
		known = append(known, "a host that could not be resolved")
	}
	return list(known, "and")
}

// Resolved reports whether the engine could tell the host.
func Resolved(host string) bool { return host != "" && host != "?" }

// Why names the evidence for the purpose.
func Why(b egress.Behaviour) string {
	if len(b.Evidence) == 0 {
		return ""
	}
	shown := b.Evidence
	if len(shown) > 2 {
		shown = shown[:2] // the rest is in the report of the behaviour
	}
	return "evidence: " + strings.Join(shown, ", ")
}

// Bypass says which choice of a caller sends although the switch says no.
func Bypass(b egress.Behaviour) string {
	if b.Bypass == nil {
		return ""
	}
	return b.Bypass.Key + " sends all the same"
}

// Setting names a switch with the value in question, as a user would look for
// it: "env DO_NOT_TRACK=1".
func Setting(s egress.Switch) string {
	switch s.Value {
	case "":
		return string(s.Kind) + " " + s.Key
	case "*":
		return string(s.Kind) + " " + s.Key + " (any value)"
	}
	return string(s.Kind) + " " + s.Key + "=" + s.Value
}

// Settings names several switches with the word that combines them.
func Settings(b egress.Behaviour, switches []egress.Switch) string {
	names := make([]string, len(switches))
	for i, s := range switches {
		names[i] = Setting(s)
	}
	if b.Needs == egress.All {
		return list(names, "and")
	}
	return list(names, "or")
}

// Stopping says what stops b.
func Stopping(b egress.Behaviour) string {
	stops := Stops(b)
	switch {
	case len(stops) == 0:
		return ""
	case len(stops) > 1 && b.Needs == egress.All:
		return "only " + Settings(b, stops) + " together stop it"
	}
	return Settings(b, stops) + " stops it"
}

// Named says where something is, unless the finding stands there already.
func (c Context) Named(what string, p, at egress.Place) string {
	if p.Line == 0 || sameLine(p, at) {
		return ""
	}
	return what + " " + c.Where(p)
}

// Where prints a place for a message: file and line. The column is left to
// the finding's own position.
func (c Context) Where(p egress.Place) string {
	file := p.File
	if c.Show != nil {
		file = c.Show(file)
	}
	return fmt.Sprintf("%s:%d", path.Clean(strings.ReplaceAll(file, `\`, "/")), p.Line)
}

func list(words []string, last string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	n := len(words) - 1
	return strings.Join(words[:n], ", ") + " " + last + " " + words[n]
}
