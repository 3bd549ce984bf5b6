package main

import (
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/fatih/color"

	"github.com/optincheck/optincheck/analyzers"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/policy"
)

// send prints a result in the format of the options.
func (s *session) send(r *result, o *options) error {
	summary, err := s.summary(o.format)
	if err != nil {
		return err
	}
	err = report.Send(s.handler(r, o, summary), r.start, r.behaviours, r.findings, r.end)
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
func (s *session) summary(format string) (*os.File, error) {
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

// handler returns the printer of the format.
func (s *session) handler(r *result, o *options, summary *os.File) report.Handler {
	opts := report.Options{Version: version(), Source: r.source, Locate: r.locator(), Explain: explained, URL: analyzers.URL}
	switch o.format {
	case "json":
		return report.NewJSON(s.stdout)
	case "sarif":
		return report.NewSARIF(s.stdout, opts)
	case "github":
		if summary == nil {
			return report.NewGitHub(s.stdout, nil, opts)
		}
		return report.NewGitHub(s.stdout, summary, opts)
	case "lintian":
		return report.NewLintian(s.stdout, r.sourcePackage(), explained)
	}
	return report.NewText(terminal(s.stdout), report.TextOptions{Color: s.colored(o.color), Full: o.why != "", Source: r.source})
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
func (s *session) colored(when string) bool {
	switch when {
	case "always":
		return true
	case "never":
		return false
	}
	return isTerminal(s.stdout) && s.getenv("NO_COLOR") == "" && s.getenv("TERM") != "dumb"
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
