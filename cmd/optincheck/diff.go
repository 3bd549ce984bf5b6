package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/versions"
)

// diff prints what changed between two versions of a program. Its status is 1
// only if it got worse.
func (s *session) diff(args []string) (int, error) {
	o, err := parseOptions(args)
	if err != nil {
		return 0, err
	}
	if len(o.patterns) != 2 {
		return 0, errDiff(o.patterns)
	}
	if err := o.only("diff", "text", "json"); err != nil {
		return 0, err
	}
	old, err := s.side(o, o.patterns[0])
	if err != nil {
		return 0, err
	}
	new, err := s.side(o, o.patterns[1])
	if err != nil {
		return 0, err
	}
	changes := versions.Compare(old, new)
	write := versions.Text
	if o.format == "json" {
		write = versions.JSON
	}
	if err := write(s.stdout, old, new, changes); err != nil {
		return 0, errOutput(err)
	}
	switch {
	case versions.Worse(changes):
		return statusFindings, nil
	case !old.Complete || !new.Complete:
		return statusIncomplete, nil
	}
	return statusClean, nil
}

// side returns one side of a comparison: a saved document, or the audit of a
// directory or of a revision.
func (s *session) side(o *options, name string) (report.Document, error) {
	path := name
	if !filepath.IsAbs(path) {
		path = filepath.Join(o.dir, name)
	}
	switch info, err := os.Stat(path); {
	case err == nil && info.IsDir():
		return s.document(o, path)
	case err == nil:
		return savedDocument(path)
	}
	dir, remove, err := s.checkOut(o.dir, name)
	if err != nil {
		return report.Document{}, err
	}
	defer remove()
	return s.document(o, dir)
}

// document audits all packages below a directory.
func (s *session) document(o *options, dir string) (doc report.Document, err error) {
	side := *o
	if side.policy != "" && side.policy != "builtin" && !filepath.IsAbs(side.policy) {
		if side.policy, err = filepath.Abs(filepath.Join(o.dir, side.policy)); err != nil {
			return doc, err
		}
	}
	side.dir, side.patterns = dir, []string{"./..."}
	r, err := s.examine(&side)
	if err != nil {
		return doc, err
	}
	var out bytes.Buffer
	if err := report.Send(report.NewJSON(&out), r.start, r.behaviours, r.findings, r.end); err != nil {
		return doc, err
	}
	return doc, json.Unmarshal(out.Bytes(), &doc) // as if it had been saved
}

// savedDocument reads what -format=json printed.
func savedDocument(file string) (doc report.Document, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return doc, errSaved(file, err.Error())
	}
	if err := json.Unmarshal(data, &doc); err != nil {
		return doc, errSaved(file, err.Error())
	}
	if doc.Protocol != report.Protocol {
		return doc, errSaved(file, "its protocol is not "+report.Protocol)
	}
	return doc, nil
}
