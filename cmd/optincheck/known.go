package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/baseline"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
)

// checkBaseline reads the baseline, if there is one: its mistakes come before
// the long work.
func checkBaseline(o *options) error {
	_, err := o.known()
	return err
}

// known returns the entries of the baseline of the options.
func (o *options) known() ([]baseline.Entry, error) {
	if o.baseline == "" {
		return nil, nil
	}
	data, err := os.ReadFile(o.baselineFile())
	switch {
	case o.update && errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, errBaselineFile(err)
	}
	entries, err := baseline.Parse(filepath.ToSlash(o.baseline), data)
	if err != nil {
		return nil, errBaseline(err)
	}
	return entries, nil
}

func (o *options) baselineFile() string {
	if filepath.IsAbs(o.baseline) {
		return o.baseline
	}
	return filepath.Join(o.dir, o.baseline)
}

// accept takes the findings that the baseline knows out of the result. What it
// knows and is not found is a finding, if all was looked at.
func (r *result) accept(o *options) error {
	if o.baseline == "" {
		return nil
	}
	file := o.baselineFile()
	entries, err := o.known()
	if err != nil {
		return err
	}
	if _, err := os.Stat(file); o.update && errors.Is(err, fs.ErrNotExist) {
		entries = baseline.Of(r.findings)
		if err := writeBaseline(file, entries); err != nil {
			return err
		}
	}
	fresh, found, stale := baseline.Split(r.findings, entries)
	r.findings, r.end.Known = fresh, len(found)
	if !r.whole || len(r.end.NotAnalysed) > 0 || len(stale) == 0 {
		return nil
	}
	if o.update {
		return writeBaseline(file, found)
	}
	abs, err := filepath.Abs(file)
	if err != nil {
		return err
	}
	complaints := baseline.Complaints(r.prog.Name(abs), stale)
	report.Identify(complaints, nil)
	r.findings = append(r.findings, complaints...)
	return nil
}

func writeBaseline(file string, entries []baseline.Entry) error {
	if err := os.WriteFile(file, baseline.Format(entries), 0o666); err != nil {
		return errOutput(err)
	}
	return nil
}
