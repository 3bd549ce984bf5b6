package main

import (
	"fmt"
	"io"
	"os"

	"github.com/fatih/color"

	"github.com/optincheck/optincheck/cmd/optincheck/internal/load"
	"github.com/optincheck/optincheck/cmd/optincheck/internal/report"
	"github.com/optincheck/optincheck/policy"
)

// handler returns the printer of the format.
func (s *session) handler(prog *load.Program, pol *policy.Policy, o *options) report.Handler {
	if o.format == "json" {
		return report.NewJSON(s.stdout)
	}
	return report.NewText(terminal(s.stdout), report.TextOptions{
		Color: s.colored(o.color),
		Full:  o.why != "",
		Source: func(name string) ([]byte, error) {
			if name == pol.File && pol.Origin == policy.Given {
				return os.ReadFile(name)
			}
			return prog.Source(name)
		},
	})
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
