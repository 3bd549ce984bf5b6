package main

import (
	_ "embed"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"io"
	"runtime/debug"
	"strings"
)

// A session is one run of the command with its surroundings.
type session struct {
	env            []string
	stdin          io.Reader
	stdout, stderr io.Writer
}

// Run runs the command and returns its exit status. As a tool of go vet it
// does not return.
func Run(args, env []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s := &session{env, stdin, stdout, stderr}
	status, err := s.run(args)
	if err == nil {
		return status
	}
	var told *userError
	if !errors.As(err, &told) {
		told = errInternal(err)
	}
	fmt.Fprint(stderr, told.block())
	return told.status
}

// run finds the door that the arguments knock at.
func (s *session) run(args []string) (int, error) {
	if isUnit(args) {
		return s.unit(args)
	}
	name := ""
	if len(args) > 0 {
		name = args[0]
	}
	switch name {
	case "help", "-h", "-help", "--help":
		return statusClean, s.print(help())
	case "version", "-version", "--version":
		return statusClean, s.print("optincheck " + version() + "\n")
	case "explain":
		return statusClean, s.explain(args[1:])
	case "init":
		return s.draft(args[1:])
	case "diff":
		return s.diff(args[1:])
	case "compare":
		return s.compare(args[1:])
	case "vet":
		return s.vet(args[1:])
	case "fix":
		return s.fix(args[1:])
	}
	return s.audit(args)
}

func (s *session) print(text string) error {
	if _, err := io.WriteString(s.stdout, text); err != nil {
		return errOutput(err)
	}
	return nil
}

// getenv returns the value of a variable; the last setting counts.
func (s *session) getenv(name string) string {
	value := ""
	for _, setting := range s.env {
		if v, ok := strings.CutPrefix(setting, name+"="); ok {
			value = v
		}
	}
	return value
}

//go:embed doc.go
var doc string

// help is the documentation of the command, which is in doc.go only.
func help() string {
	file, err := parser.ParseFile(token.NewFileSet(), "doc.go", doc, parser.ParseComments|parser.PackageClauseOnly)
	if err != nil {
		return err.Error() // not possible in a program that compiled
	}
	return file.Doc.Text()
}

// version is what the go command stamped into the executable.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
