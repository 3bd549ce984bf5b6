// Package known says what functions of the standard library do to files,
// requests, random numbers and decisions, as far as telling how a token is
// kept takes it. Identity sources are not here: package egress has them.
//
// The data is known.txt, one function a line:
//
//	ROLE SYMBOL [KEY=VALUE...]
//
// SYMBOL is import/path:Func or import/path:Type.Method, or for the role dir
// env:NAME or path:BEGINNING. Blank lines and lines
// that begin with "#" say nothing. Each symbol has one line; an unknown role
// or key, and a symbol that stands there twice, are errors.
package known

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
)

//go:embed known.txt
var text string

// Roles and the keys that their lines may have.
var roles = map[string][]string{
	"lookup":   {"path", "links"}, // looks whether a file is there; links=shown if it does not follow them
	"read":     {"path"},          // reads a file, or opens it for that
	"open":     {"path", "flags", "perm"},
	"write":    {"path", "data", "perm"}, // writes a whole file in place
	"create":   {"path", "perm"},         // truncates or creates
	"temp":     {},                       // creates under a name of its own
	"output":   {"data"},                 // writes to an open file
	"sync":     {},
	"mkdir":    {"path", "perm"},
	"remove":   {"path"},
	"rename":   {"path"},            // takes the old name away
	"link":     {"path"},            // gives a second name, if it is free
	"decode":   {"data"},            // fills an object with what text says, or fails
	"env":      {},                  // reads a variable
	"home":     {},                  // a directory of the user's
	"flag":     {"value", "target"}, // defines a flag with a default, in a variable if one is given
	"random":   {"bits", "buffer"},
	"weak":     {"buffer"}, // can be guessed
	"encode":   {"bits"},   // text with so many bits in a character
	"end":      {},         // does not return
	"failure":  {},         // gives an error that is not nil
	"is":       {},         // asks an error what it is
	"missing":  {},         // reports whether an error says that a file is not there
	"check":    {},         // reports whether text has a form
	"header":   {"value"},
	"request":  {"method", "url", "body"}, // method is an argument, or the word
	"send":     {},
	"fetch":    {"method", "url", "body"}, // makes a request and sends it
	"timeout":  {"duration"},
	"hostname": {}, // of a URL
	"address":  {}, // reads a numeric address, or fails
	"wait":     {},
	"print":    {},
	"dir":      {"whose"}, // env:NAME or path:BEGINNING names directories of the user's, or of the administrator's
	"split":    {},        // takes text apart
}

// An Entry is one line.
type Entry struct {
	Role string
	keys map[string]string
}

// Get returns the value of a key, or "".
func (e Entry) Get(key string) string { return e.keys[key] }

// Index returns the value of a key that counts arguments, or -1.
func (e Entry) Index(key string) int {
	if v := e.keys[key]; len(v) == 1 && v[0] >= '0' && v[0] <= '9' {
		return int(v[0] - '0')
	}
	return -1
}

// A Table holds the entries by symbol.
type Table map[string]Entry

// Whose returns whose directories a variable ("env") names, or what a path
// ("path") is of: user, system, or "" for neither.
func (t Table) Whose(kind, name string) string {
	if kind == "env" {
		return t["env:"+name].Get("whose")
	}
	for symbol, e := range t {
		dir, ok := strings.CutPrefix(symbol, "path:")
		if ok && e.Role == "dir" && (name == dir || strings.HasPrefix(name, dir+"/") || strings.HasPrefix(name, dir+`\`)) {
			return e.Get("whose")
		}
	}
	return ""
}

// Load reads the data that is compiled in.
func Load() (Table, error) { return parse(text) }

func parse(text string) (Table, error) {
	table := Table{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		words := strings.Fields(line)
		if len(words) == 0 || words[0][0] == '#' {
			continue
		}
		if err := table.add(words); err != nil {
			return nil, fmt.Errorf("known.txt:%d: %w", number, err)
		}
	}
	return table, nil
}

func (t Table) add(words []string) error {
	keys, ok := roles[words[0]]
	switch {
	case !ok:
		return fmt.Errorf("unknown role %q", words[0])
	case len(words) < 2 || !strings.Contains(words[1], ":"):
		return fmt.Errorf("no symbol; write %s import/path:Name", words[0])
	case t[words[1]].Role != "":
		return fmt.Errorf("%s stands there twice", words[1])
	}
	e := Entry{words[0], map[string]string{}}
	for _, word := range words[2:] {
		key, value, _ := strings.Cut(word, "=")
		if !slices.Contains(keys, key) || value == "" || e.keys[key] != "" {
			return fmt.Errorf("bad word %q; the keys of %s are %v, each once", word, words[0], keys)
		}
		e.keys[key] = value
	}
	t[words[1]] = e
	return nil
}
