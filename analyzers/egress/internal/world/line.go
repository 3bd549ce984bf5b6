package world

import (
	"fmt"
	"sort"
	"strings"
)

// A Pos is a place in a data file. Lines and columns count from 1, columns in
// bytes.
type Pos struct {
	File         string
	Line, Column int
}

func (p Pos) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// An Error is one mistake in a data file: what is wrong and what to write
// instead.
type Error struct {
	Pos Pos
	Msg string
}

func (e Error) Error() string { return e.Pos.String() + ": " + e.Msg }

// Errors are all mistakes of a run, in the order of the files.
type Errors []Error

func (es Errors) Error() string {
	lines := make([]string, len(es))
	for i, e := range es {
		lines[i] = e.Error()
	}
	return strings.Join(lines, "\n")
}

// A Line is one entry of a data file.
type Line struct {
	Pos     Pos
	Kind    string              // the first word
	Subject string              // the second word: what the entry is about
	Args    map[string][]string // key=value; several values only where the key may repeat
}

// Get returns the value of key, or "" if the line does not have it.
func (l Line) Get(key string) string {
	if values := l.Args[key]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// List returns the comma-separated value of key.
func (l Line) List(key string) []string {
	if l.Get(key) == "" {
		return nil
	}
	return strings.Split(l.Get(key), ",")
}

// A check says what is wrong with a word and what to write instead.
type check func(word string) error

// kinds says which first words a file has and what may follow each.
type kinds map[string]kind

type kind struct {
	subject check
	keys    map[string]key
	repeat  bool // several entries may share a subject
}

type key struct {
	required bool
	repeat   bool
	check    check
}

// read returns the entries of a data file, or every mistake in it.
func read(file, text string, kinds kinds) ([]Line, Errors) {
	n := strings.Count(text, "\n") + 1
	r := reader{file: file, kinds: kinds, seen: make(map[[2]string]int, n), lines: make([]Line, 0, n)}
	for src := range strings.SplitSeq(text, "\n") {
		r.n++
		r.line(strings.TrimSuffix(src, "\r"))
	}
	return r.lines, r.errs
}

type reader struct {
	file  string
	n     int // of the line
	kinds kinds
	words []word            // room for those of a line
	seen  map[[2]string]int // kind and subject to line number
	lines []Line
	errs  Errors
}

func (r *reader) errorf(column int, format string, args ...any) {
	r.errs = append(r.errs, Error{Pos{r.file, r.n, column}, fmt.Sprintf(format, args...)})
}

func (r *reader) line(src string) {
	words, column, err := split(r.words[:0], src)
	if err != nil {
		r.errorf(column, "%v", err)
		return
	}
	r.words = words
	if len(words) == 0 {
		return
	}
	k, ok := r.kinds[words[0].text]
	switch {
	case words[0].key != "" || !ok:
		r.errorf(words[0].column, "unknown kind of entry %q; write one of %s", words[0].raw(), names(r.kinds))
		return
	case len(words) == 1 || words[1].text == "":
		r.errorf(words[0].column, "%s of nothing; write what the entry is about after the word %s", words[0].text, words[0].text)
		return
	}
	l := Line{
		Pos: Pos{r.file, r.n, words[0].column}, Kind: words[0].text, Subject: words[1].text,
		Args: make(map[string][]string, len(words)-2),
	}
	before := len(r.errs)
	r.subject(k, l, words[1])
	r.args(k, l, words[2:])
	if len(r.errs) == before {
		r.lines = append(r.lines, l)
	}
}

func (r *reader) subject(k kind, l Line, w word) {
	if err := k.subject(w.text); err != nil {
		r.errorf(w.column, "%v", err)
	}
	id := [2]string{l.Kind, l.Subject}
	if first, dup := r.seen[id]; dup && !k.repeat {
		r.errorf(w.column, "%s %q again, first in line %d; remove one of the two", l.Kind, l.Subject, first)
		return
	}
	r.seen[id] = r.n
}

func (r *reader) args(k kind, l Line, words []word) {
	for _, w := range words {
		key, ok := k.keys[w.key]
		switch {
		case w.key == "":
			r.errorf(w.column, "word %q without a key; write key=value, or quote what belongs together", w.text)
		case !ok:
			r.errorf(w.column, "unknown key %q of %s; write one of %s", w.key, l.Kind, names(k.keys))
		case l.Args[w.key] != nil && !key.repeat:
			r.errorf(w.column, "key %q again; write it once", w.key)
		case w.text == "":
			r.errorf(w.column, "key %q has no value; write one or leave the key out", w.key)
		default:
			if err := key.check(w.text); err != nil {
				r.errorf(w.column, "%s: %v", w.key, err)
			}
			l.Args[w.key] = append(l.Args[w.key], w.text)
		}
	}
	var missing []string
	for name, key := range k.keys {
		if key.required && l.Args[name] == nil {
			missing = append(missing, name)
		}
	}
	sort.Strings(missing)
	for _, name := range missing {
		r.errorf(l.Pos.Column, "%s %q has no %s; add %s=…", l.Kind, l.Subject, name, name)
	}
}

func names[V any](m map[string]V) string { return strings.Join(sorted(m), ", ") }

func sorted[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
