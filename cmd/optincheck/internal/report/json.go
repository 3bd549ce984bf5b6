package report

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
)

// A JSON prints the protocol optincheck/1.
type JSON struct {
	w   io.Writer
	doc Document
}

// NewJSON returns a handler that writes one document to w.
func NewJSON(w io.Writer) *JSON { return &JSON{w: w} }

// Start implements Handler.
func (j *JSON) Start(s Start) error {
	s.Programs, s.Build.Tags = list(s.Programs), list(s.Build.Tags)
	j.doc.Protocol, j.doc.Start = Protocol, s
	return nil
}

// Behaviour implements Handler.
func (j *JSON) Behaviour(b egress.Behaviour) error {
	b.Hosts, b.Identifiers, b.Evidence = list(b.Hosts), list(b.Identifiers), list(b.Evidence)
	b.Switches, b.Conditions, b.Path = list(b.Switches), list(b.Conditions), goNames(b.Path)
	for i := range b.Switches {
		if b.Switches[i].Remains != nil {
			b.Switches = slices.Clone(b.Switches) // they are not ours
			b.Switches[i].Remains = goNames(b.Switches[i].Remains)
		}
	}
	j.doc.Behaviours = append(j.doc.Behaviours, b)
	return nil
}

// goNames writes functions as Go's own tools do: import/path.Func.
func goNames(path []egress.Frame) []egress.Frame {
	out := make([]egress.Frame, len(path))
	for i, f := range path {
		if at := strings.LastIndexByte(f.Func, ':'); at >= 0 {
			f.Func = f.Func[:at] + "." + f.Func[at+1:]
		}
		out[i] = f
	}
	return out
}

// Finding implements Handler.
func (j *JSON) Finding(f Finding) error {
	j.doc.Findings = append(j.doc.Findings, f)
	return nil
}

// End implements Handler; it writes the document.
func (j *JSON) End(e End) error {
	d := &j.doc
	d.Complete, d.Known = e.Complete(), e.Known
	d.NotAnalysed, d.Assumptions = list(e.NotAnalysed), list(e.Assumptions)
	d.BlindSpots = append([]egress.BlindSpot{}, e.BlindSpots...)
	for _, site := range e.Unreached {
		d.BlindSpots = append(d.BlindSpots, egress.BlindSpot{Kind: Unreached, File: site.File, Line: site.Line})
	}
	d.Behaviours, d.Findings = list(d.Behaviours), list(d.Findings)
	enc := json.NewEncoder(j.w)
	enc.SetEscapeHTML(false)
	return enc.Encode(d)
}

// list turns a missing list into an empty one.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
