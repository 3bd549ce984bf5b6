package report

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// A Finding is one sentence about one behaviour, or about the policy.
type Finding struct {
	Rule        string   `json:"rule"`        // rule/category
	Severity    Severity `json:"severity"`    // error, warning or info
	Fingerprint string   `json:"fingerprint"` // survives edits that move code; see [Identify]
	Behaviour   string   `json:"behaviour"`   // its id; empty for findings about the policy
	File        string   `json:"file"`
	Line        int      `json:"line"`
	Column      int      `json:"column"`
	Message     string   `json:"message"` // one line
}

// Place returns where the finding stands.
func (f Finding) Place() egress.Place {
	return egress.Place{File: f.File, Line: f.Line, Column: f.Column}
}

// sentence is the message without the name of the finding at its end, for
// formats that print the name in a place of its own.
func (f Finding) sentence() string {
	return strings.TrimSuffix(f.Message, " ("+f.Rule+")")
}

// A Severity weighs a finding.
type Severity string

// The severities, the gravest first.
const (
	Error   Severity = "error"   // happens on a fresh install
	Warning Severity = "warning" // may happen, or is about the policy
	Info    Severity = "info"    // happens only after a yes, and not as it should
	Never   Severity = "never"   // graver than any finding
)

// AtLeast reports whether s is as grave as least.
func (s Severity) AtLeast(least Severity) bool {
	order := []Severity{Never, Error, Warning, Info}
	return slices.Index(order, s) <= slices.Index(order, least)
}

// severity goes by the verdict; a refusal that is sent is a request after a no,
// and what a page makes a browser ask for, nothing in the program stops.
func severity(f Finding, b egress.Behaviour) Severity {
	switch {
	case strings.HasPrefix(f.Rule, "policy/") || b.Verdict == egress.Unknown:
		return Warning
	case b.Verdict == egress.OptIn && b.Refusal == nil:
		return Info
	}
	return Error
}

// Identify gives findings their severity and their fingerprint. The
// fingerprint is made of the finding's name and of what the behaviour is:
// function, purpose and hosts. So an edit that moves code keeps it, and a
// request that goes to another host gets another. Findings that agree in all
// of that are counted.
func Identify(findings []Finding, behaviours []egress.Behaviour) {
	byID := make(map[string]egress.Behaviour, len(behaviours))
	for _, b := range behaviours {
		byID[b.ID] = b
	}
	seen := map[string]int{}
	for i := range findings {
		f := &findings[i]
		b := byID[f.Behaviour]
		f.Severity = severity(*f, b)
		key := identity(*f, b)
		seen[key]++
		sum := sha256.Sum256([]byte(key + "\x00" + strconv.Itoa(seen[key])))
		f.Fingerprint = hex.EncodeToString(sum[:16])
	}
}

// lineNumber matches the line behind the name of a file.
var lineNumber = regexp.MustCompile(`(\.\w+):\d+`)

func identity(f Finding, b egress.Behaviour) string {
	// About the policy its words name the paragraph, about web content the file.
	parts := []string{f.Rule, lineNumber.ReplaceAllString(f.Message, "$1")}
	if f.Behaviour != "" {
		parts = append([]string{f.Rule, b.Site.Package, b.Site.Func, string(b.Purpose)}, b.Hosts...)
	}
	return strings.Join(parts, "\x00")
}
