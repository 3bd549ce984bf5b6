// Package baseline reads and writes the file of findings that were there when
// a project began to be checked, so that only new ones count.
//
// # Format
//
// The file is text, one finding a line, and lines that are empty or begin with
// "#" do not count:
//
//	optincheck-baseline/1
//	e40598612fb6d30b6897017665f97a16 optout/default-on example.org/app/stats:Send:usage:stats.example.org
//
// The first line is the format's name. Each other line is a finding's
// fingerprint, its name, and for the reader what it is about: the ID of the
// behaviour, or what the finding says of the policy. Fingerprints survive edits
// that move code; a request that goes elsewhere has another one.
//
// A baseline only shrinks: an entry whose finding is gone is a finding itself,
// until it is removed, and nothing adds an entry to a file that exists.
package baseline

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
)

// Header is the first line of a baseline.
const Header = "optincheck-baseline/1"

// Stale is the name of the finding about an entry whose finding is gone.
const Stale = "policy/stale-baseline"

// An Entry is one known finding.
type Entry struct {
	Fingerprint string
	Rule        string // rule/category
	About       string // for the reader
	Line        int    // in the file, from 1
}

// Parse reads a baseline; file is its name in errors, of which it returns all.
func Parse(file string, data []byte) ([]Entry, error) {
	var entries []Entry
	var errs []error
	fail := func(line int, what string) { errs = append(errs, fmt.Errorf("%s:%d:1: %s", file, line, what)) }
	seen := map[string]int{}
	began := false
	n := 0
	for line := range strings.Lines(string(data)) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
			continue
		case !began:
			began = true
			if line != Header {
				fail(n, fmt.Sprintf("this is no baseline; its first line must be %s", Header))
				return nil, errors.Join(errs...)
			}
			continue
		}
		e, ok := parseEntry(line, n)
		switch {
		case !ok:
			fail(n, "bad entry; write fingerprint, finding and what it is about, or delete the line")
		case seen[e.Fingerprint] > 0:
			fail(n, fmt.Sprintf("line %d has this fingerprint already; delete one of them", seen[e.Fingerprint]))
		default:
			seen[e.Fingerprint] = n
			entries = append(entries, e)
		}
	}
	if !began {
		fail(1, "the file is empty; its first line must be "+Header)
	}
	return entries, errors.Join(errs...)
}

func parseEntry(line string, n int) (Entry, bool) {
	fields := strings.Fields(line)
	if len(fields) < 3 || len(fields[0]) != 32 || strings.Trim(fields[0], "0123456789abcdef") != "" || strings.Count(fields[1], "/") != 1 {
		return Entry{}, false
	}
	return Entry{fields[0], fields[1], strings.Join(fields[2:], " "), n}, true
}

// Format writes a baseline, sorted by finding and what it is about.
func Format(entries []Entry) []byte {
	sorted := slices.SortedFunc(slices.Values(entries), func(a, b Entry) int {
		return strings.Compare(a.Rule+" "+a.About+" "+a.Fingerprint, b.Rule+" "+b.About+" "+b.Fingerprint)
	})
	var b strings.Builder
	b.WriteString(Header + "\n")
	for _, e := range sorted {
		fmt.Fprintf(&b, "%s %s %s\n", e.Fingerprint, e.Rule, e.About)
	}
	return []byte(b.String())
}

// Of returns the entries for findings.
func Of(findings []report.Finding) []Entry {
	var entries []Entry
	for _, f := range findings {
		about := f.Behaviour
		if about == "" {
			about = f.Message
		}
		about = report.Clean(strings.Join(strings.Fields(about), " "))
		entries = append(entries, Entry{Fingerprint: f.Fingerprint, Rule: f.Rule, About: about})
	}
	return entries
}

// Split holds findings against a baseline: those that are not in it, its
// entries that are found, and its entries that are not.
func Split(findings []report.Finding, entries []Entry) (fresh []report.Finding, found, stale []Entry) {
	there := map[string]bool{}
	for _, f := range findings {
		there[f.Fingerprint] = true
	}
	known := map[string]bool{}
	for _, e := range entries {
		known[e.Fingerprint] = true
		if there[e.Fingerprint] {
			found = append(found, e)
		} else {
			stale = append(stale, e)
		}
	}
	for _, f := range findings {
		if !known[f.Fingerprint] {
			fresh = append(fresh, f)
		}
	}
	return fresh, found, stale
}

// Complaints are the findings about stale entries; file is the baseline's name
// in places.
func Complaints(file string, stale []Entry) []report.Finding {
	var findings []report.Finding
	for _, e := range stale {
		findings = append(findings, report.Finding{
			Rule: Stale, File: file, Line: e.Line, Column: 1,
			Message: fmt.Sprintf("%s is not found any more, for %s; delete the line, or run with -update-baseline (%s)", e.Rule, e.About, Stale),
		})
	}
	return findings
}
