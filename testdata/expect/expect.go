// Package expect reads what the programs of testdata are expected to show.
//
// A case is a directory GROUP/CASE below the root of a module: a program, or a
// library alone. Its expectations are comments at the end of the line that they
// are about; several stand behind one another, each with its own slashes.
//
//	// behaviour: VERDICT PURPOSE [KIND[:KEY],…] [needs=any|all] [trigger=T] [host=H,…]
//	// finding: RULE[@FILE[:LINE]] …
//	// vet-finding: RULE …      only go vet reports it here
//	// audit-finding: RULE …    only the audit reports it here
//	// blind-spot: KIND         this file is listed so
//	// vet: at-most             go vet may see less than is written, never more
//	// no behaviours            required where there are none
//
// A behaviour comment stands at the site of the send and speaks of the audit.
// PURPOSE is one of design's, or any. Switches are complete, but for those of
// kind caller; no key means any key, and the key of a file is the end of a
// path. In a trigger a colon stands for a blank: command:serve.
//
// A finding stands at its line in both doors. Where the line is elsewhere, or
// two are equally good, @FILE:LINE or @FILE (any line of it) says so; FILE is
// relative to the package, or begins with module@version. Of the consent
// findings (see Consent) each case states all; of the others, those it is about.
package expect

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A Case is one program, or one library alone, with all that it must show.
type Case struct {
	Name       string // GROUP/CASE, the directory below the module's root
	Shows      string // what its package comment says
	Program    bool   // it has a package main at its root
	VetAtMost  bool   // go vet may report less than Findings, never more
	Behaviours []Behaviour
	Findings   []Finding
	BlindSpots []BlindSpot
}

// A Behaviour is expected of the audit.
type Behaviour struct {
	File     string // relative to the module's root, with slashes
	Line     int
	Verdict  string
	Purpose  string // "any" if it does not matter
	Switches []Switch
	Needs    string // any, all, or empty if not stated
	Trigger  string // empty if not stated
	Hosts    []string
}

// A Switch is expected to decide a behaviour. An empty Key means any key.
type Switch struct{ Kind, Key string }

// A Finding is expected of one door or of both.
type Finding struct {
	Rule string // rule/category
	File string // relative to the module's root, or module@version/path
	Line int    // 0 if any line of File will do
	Doors
}

// Doors says which doors report something.
type Doors struct{ Audit, Vet bool }

// A BlindSpot is expected to be listed.
type BlindSpot struct{ Kind, File string }

// Read returns the cases of the module whose root directory is root, by name.
// Modules below it are left out. The error holds every bad comment with its place.
func Read(root string) ([]Case, error) {
	dirs, err := filepath.Glob(filepath.Join(root, "*", "*"))
	if err != nil {
		return nil, err
	}
	var cases []Case
	var errs []error
	for _, dir := range dirs {
		if !isCase(dir) {
			continue
		}
		c, err := ReadCase(root, dir)
		cases, errs = append(cases, c), append(errs, err)
	}
	return cases, errors.Join(errs...)
}

// isCase reports whether dir holds Go files and is not a module of its own.
func isCase(dir string) bool {
	if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
		return false
	}
	files, _ := filepath.Glob(filepath.Join(dir, "*.go"))
	return len(files) > 0
}

// ReadCase returns the case in the directory dir of the module at root.
func ReadCase(root, dir string) (Case, error) {
	rel, err := filepath.Rel(root, dir)
	if err != nil {
		return Case{}, err
	}
	r := &reader{root: root, dir: dir}
	r.Name = filepath.ToSlash(rel)
	err = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		return r.file(name)
	})
	if err != nil {
		return r.Case, err
	}
	if len(r.Behaviours) == 0 && !r.none {
		r.errs = append(r.errs, fmt.Errorf("%s: no behaviour is expected: write // no behaviours if that is meant", r.Name))
	}
	if len(r.Behaviours) > 0 && r.none {
		r.errs = append(r.errs, fmt.Errorf("%s: behaviours are expected, so delete // no behaviours", r.Name))
	}
	return r.Case, errors.Join(r.errs...)
}

// A reader collects a case from its files.
type reader struct {
	Case
	root, dir string
	none      bool // the case says that it has no behaviours
	errs      []error
}

func (r *reader) file(name string) error {
	rel, err := filepath.Rel(r.root, name)
	if err != nil {
		return err
	}
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return err
	}
	if filepath.Dir(name) == r.dir {
		r.Program = f.Name.Name == "main"
		if f.Doc != nil {
			r.Shows = shows(f)
		}
	}
	for _, group := range f.Comments {
		if group == f.Doc {
			continue // prose
		}
		for _, comment := range group.List {
			place := place{filepath.ToSlash(rel), fset.Position(comment.Pos()).Line}
			for _, text := range strings.Split(comment.Text, "// ") {
				if err := r.comment(place, strings.TrimSpace(text)); err != nil {
					r.errs = append(r.errs, fmt.Errorf("%s:%d: %w", place.file, place.line, err))
				}
			}
		}
	}
	return nil
}

// shows returns the package comment on one line, without "Command NAME".
func shows(f *ast.File) string {
	words := strings.Fields(f.Doc.Text())
	if len(words) > 2 && words[0] == "Command" {
		words = words[2:]
	}
	return strings.Join(words, " ")
}

type place struct {
	file string
	line int
}

// comment reads one comment. What has none of our keys before a colon is prose.
func (r *reader) comment(at place, text string) error {
	if text == "no behaviours" {
		r.none = true
		return nil
	}
	key, value, _ := strings.Cut(text, ":")
	words := strings.Fields(value)
	switch key {
	case "behaviour":
		b, err := parseBehaviour(words)
		b.File, b.Line = at.file, at.line
		r.Behaviours = append(r.Behaviours, b)
		return err
	case "finding":
		return r.findings(at, words, Doors{Audit: true, Vet: true})
	case "vet-finding":
		return r.findings(at, words, Doors{Vet: true})
	case "audit-finding":
		return r.findings(at, words, Doors{Audit: true})
	case "blind-spot":
		for _, kind := range words {
			r.BlindSpots = append(r.BlindSpots, BlindSpot{kind, at.file})
		}
	case "vet":
		if !slices.Equal(words, []string{"at-most"}) {
			return fmt.Errorf("vet: %s: the only value is at-most", strings.Join(words, " "))
		}
		r.VetAtMost = true
	default:
		if lookalike(key) {
			return fmt.Errorf("%q is no expectation: see the comment of package expect", text)
		}
	}
	return nil
}

// lookalike reports whether key is probably one of ours, misspelt.
func lookalike(key string) bool {
	return !strings.Contains(key, " ") && slices.ContainsFunc([]string{"behav", "find", "-finding", "blind", "no-behav"}, func(s string) bool {
		return strings.Contains(key, s)
	})
}

func (r *reader) findings(at place, words []string, doors Doors) error {
	if len(words) == 0 {
		return errors.New("name the rules behind the colon")
	}
	for _, word := range words {
		rule, where, elsewhere := strings.Cut(word, "@")
		if !isRule(rule) {
			return fmt.Errorf("%s is no rule of the design", rule)
		}
		f := Finding{Rule: rule, File: at.file, Line: at.line, Doors: doors}
		if elsewhere {
			var err error
			if f.File, f.Line, err = parseWhere(path.Dir(at.file), where); err != nil {
				return err
			}
		}
		r.Findings = append(r.Findings, f)
	}
	return nil
}
