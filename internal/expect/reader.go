package expect

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

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
	key, under := cutPolicy(key)
	switch key {
	case "behaviour":
		b, err := parseBehaviour(words)
		b.File, b.Line = at.file, at.line
		r.Behaviours = append(r.Behaviours, b)
		return err
	case "finding":
		return r.findings(at, words, under, Doors{Audit: true, Vet: true})
	case "vet-finding":
		return r.findings(at, words, under, Doors{Vet: true})
	case "audit-finding":
		return r.findings(at, words, under, Doors{Audit: true})
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

// cutPolicy takes the policy off the key of a finding.
func cutPolicy(key string) (rest string, under Policy) {
	for _, p := range []Policy{Own, Builtin} {
		if rest, ok := strings.CutPrefix(key, string(p)+"-"); ok && strings.HasSuffix(rest, "finding") {
			return rest, p
		}
	}
	return key, ""
}

// lookalike reports whether key is probably one of ours, misspelt.
func lookalike(key string) bool {
	return !strings.Contains(key, " ") && slices.ContainsFunc([]string{"behav", "find", "-finding", "blind", "no-behav"}, func(s string) bool {
		return strings.Contains(key, s)
	})
}

func (r *reader) findings(at place, words []string, under Policy, doors Doors) error {
	if len(words) == 0 {
		return errors.New("name the rules behind the colon")
	}
	for _, word := range words {
		rule, where, elsewhere := strings.Cut(word, "@")
		if !isRule(rule) {
			return fmt.Errorf("%s is no rule of the design", rule)
		}
		f := Finding{Rule: rule, File: at.file, Line: at.line, Doors: doors, Under: under}
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
