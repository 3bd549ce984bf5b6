// Package report tells what an audit found: one stream of events, and one file
// for each format that prints it.
//
// # Protocol optincheck/1
//
// The machine-readable format is one JSON object, [Document], on one line,
// followed by a newline. Its fields are always there unless marked omitempty;
// a list without elements is [], never null. Files are named with slashes,
// relative to the root of the audited module (with several main modules,
// relative to the directory that holds them all); a file of a dependency is
// module@version/path, and outside module mode import/path/file. Lines and
// columns count from 1, columns in bytes.
//
// The same bytes in give the same bytes out. A behaviour's id and a finding's
// rule survive unrelated edits; places do not. Fields may be added within
// version 1; none changes its meaning.
package report

import (
	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/policy"
)

// Protocol is the name and version of the machine-readable format.
const Protocol = "optincheck/1"

// A Document is everything that one audit says.
type Document struct {
	Protocol string `json:"protocol"` // [Protocol]
	Start
	Complete    bool                 `json:"complete"`     // false if something was not analysed
	NotAnalysed []egress.NotAnalysed `json:"not_analysed"` // by import path
	Assumptions []egress.Assumption  `json:"assumptions"`
	BlindSpots  []egress.BlindSpot   `json:"blind_spots"`
	Behaviours  []egress.Behaviour   `json:"behaviours"`
	Findings    []Finding            `json:"findings"`
	Known       int                  `json:"known"` // findings that the baseline accepts; they are not in the list
}

// A Start says what is audited, and by whose rules.
type Start struct {
	Module   string   `json:"module"`   // path; several are separated by a space; empty outside module mode
	Programs []string `json:"programs"` // import paths of the matched main packages
	Build    Build    `json:"build"`
	Policy   Policy   `json:"policy"`
}

// A Build is what the audited program was built for.
type Build struct {
	Goos   string   `json:"goos"`
	Goarch string   `json:"goarch"`
	Tags   []string `json:"tags"` // as given by -tags
}

// A Policy says which policy the findings hold against. One that was found in
// the audited tree is its author's claim.
type Policy struct {
	File   string        `json:"file"`   // empty for the built-in policy
	Digest string        `json:"digest"` // SHA-256 in hexadecimal; empty for the built-in policy
	Origin policy.Origin `json:"origin"` // given, found or built-in
}
