// Package comparison puts the properties of an implementation of telemetry
// identifiers beside those of the reference, package policy/token.
//
// The reference's properties are in reference.json, which is compiled in, so
// that comparing works in any module and without a network. They are found by
// package properties like those of any other implementation:
//
//	go generate ./cmd/optincheck/internal/comparison
package comparison

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/properties"
)

// A Verdict says how a property of a candidate stands to the reference's.
type Verdict string

// The verdicts.
const (
	Same     Verdict = "same"
	Weaker   Verdict = "weaker"
	Stronger Verdict = "stronger"
	Unknown  Verdict = "cannot tell"
)

// An Implementation is a token implementation and its properties.
type Implementation struct {
	Packages   []string              `json:"packages"`
	Properties []properties.Property `json:"properties"`
}

// A Row is one property of both.
type Row struct {
	Property  string            `json:"property"`
	Verdict   Verdict           `json:"verdict"`
	Reference []properties.Fact `json:"reference"`
	Candidate []properties.Fact `json:"candidate"` // none if it does nothing of the kind
}

// A Table is a candidate beside the reference.
type Table struct {
	Reference []string // packages
	Candidate []string
	Rows      []Row

	NotAnalysed []egress.NotAnalysed // packages of the candidate that are left out
}

//go:generate go test -run ^TestReference$ -update

//go:embed reference.json
var reference []byte

// Reference is the reference implementation.
func Reference() (*Implementation, error) {
	impl := &Implementation{}
	if err := json.Unmarshal(reference, impl); err != nil {
		return nil, fmt.Errorf("reference.json: %w", err)
	}
	return impl, nil
}

// Compare puts a candidate beside a reference, in the order of the reference.
func Compare(reference, candidate *Implementation) *Table {
	c := &Table{Reference: reference.Packages, Candidate: candidate.Packages, Rows: []Row{}}
	byName := map[string]properties.Property{}
	for _, p := range candidate.Properties {
		byName[p.Name] = p
	}
	for _, want := range reference.Properties {
		have := byName[want.Name]
		row := Row{want.Name, judge(want, have), want.Facts, have.Facts}
		if row.Candidate == nil {
			row.Candidate = []properties.Fact{}
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

// judge compares the weakest facts. What an implementation does not do at all
// it does not do worse.
func judge(want, have properties.Property) Verdict {
	if len(have.Facts) == 0 {
		return Same
	}
	bar, _, _ := want.Weakest()
	got, known, all := have.Weakest()
	switch {
	case known && got < bar:
		return Weaker
	case !all:
		return Unknown
	case got > bar:
		return Stronger
	}
	return Same
}

// Count is how many rows have a verdict.
func (c *Table) Count(v Verdict) int {
	n := 0
	for _, row := range c.Rows {
		if row.Verdict == v {
			n++
		}
	}
	return n
}
