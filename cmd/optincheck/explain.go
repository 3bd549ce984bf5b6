package main

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers"
)

// explain prints the documentation of a rule or of one of its findings.
func (s *session) explain(args []string) error {
	if len(args) > 1 {
		return errExtra("explain", args[1:])
	}
	name := strings.Join(args, "")
	text, ok := analyzers.Explain(name)
	if !ok {
		return errExplain(name, analyzers.Categories())
	}
	return s.print(strings.TrimRight(text, "\n") + "\n")
}
