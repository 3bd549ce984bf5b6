package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/fatih/color"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/policy"
)

// formats are what -format and -out take.
var formats = []string{"text", "json", "sarif", "github", "gitlab", "lintian"}

// send prints a result in the format of the options, and into the files that
// they name besides.
func (s *session) send(r *result, o *options) error {
	if err := s.sendTo(s.stdout, r, o, o.format); err != nil {
		return err
	}
	for _, out := range o.outs {
		if err := s.sendToFile(r, o, out); err != nil {
			return err
		}
	}
	return nil
}

func (s *session) sendToFile(r *result, o *options, out output) error {
	name := out.file
	if !filepath.IsAbs(name) {
		name = filepath.Join(o.dir, name)
	}
	f, err := os.Create(name)
	if err != nil {
		return errOutput(err)
	}
	err = s.sendTo(f, r, o, out.format)
	if closed := f.Close(); err == nil && closed != nil {
		err = errOutput(closed)
	}
	return err
}

// sendTo prints a result in one format.
func (s *session) sendTo(w io.Writer, r *result, o *options, format string) error {
	summary, err := s.summary(format)
	if err != nil {
		return err
	}
	err = report.Send(s.handler(w, summary, r, o, format), r.start, r.behaviours, r.findings, r.end)
	if summary != nil {
		err = errors.Join(err, summary.Close())
	}
	if err != nil {
		return errOutput(err)
	}
	return nil
}

// summary opens the file that GitHub has a job's summary appended to; nil if
// there is none.
func (s *session) summary(format string) (io.WriteCloser, error) {
	name := s.getenv("GITHUB_STEP_SUMMARY")
	if format != "github" || name == "" {
		return nil, nil
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)
	if err != nil {
		return nil, errOutput(err)
	}
	return f, nil
}

// handler returns the printer of a format.
func (s *session) handler(w, summary io.Writer, r *result, o *options, format string) report.Handler {
	opts := report.Options{Version: version(), Source: r.source, Locate: r.locator(), Explain: explained, URL: analyzers.URL}
	switch format {
	case "json":
		return report.NewJSON(w)
	case "sarif":
		return report.NewSARIF(w, opts)
	case "github":
		return report.NewGitHub(w, summary, opts)
	case "gitlab":
		return report.NewGitLab(w, opts)
	case "lintian":
		return report.NewLintian(w, r.sourcePackage(), explained)
	}
	return report.NewText(terminal(w), report.TextOptions{Color: s.colored(o.color, w), Full: o.why != "", Source: r.source})
}

// explained returns the documentation of a finding.
func explained(rule string) string {
	text, _ := analyzers.Explain(rule)
	return text
}

// source returns the text of a file by its name in places.
func (r *result) source(name string) ([]byte, error) {
	if name == r.policy.File && r.policy.Origin == policy.Given {
		return os.ReadFile(name)
	}
	return r.prog.Source(name)
}

// colored decides on colour: see https://no-color.org.
func (s *session) colored(when string, w io.Writer) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return isTerminal(w) && s.getenv("NO_COLOR") == "" && s.getenv("TERM") != "dumb"
}

// terminal returns a writer that understands escape sequences on every system.
func terminal(w io.Writer) io.Writer {
	if w == os.Stdout {
		return color.Output
	}
	return w
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// progress returns a function that shows what is being done on standard error,
// if that is a terminal, and one that wipes it away.
func (s *session) progress() (show func(string), done func()) {
	if !isTerminal(s.stderr) || s.getenv("TERM") == "dumb" {
		return func(string) {}, func() {}
	}
	const wipe = "\r\x1b[K"
	show = func(text string) { fmt.Fprint(s.stderr, wipe+"optincheck: "+text) }
	return show, func() { fmt.Fprint(s.stderr, wipe) }
}
