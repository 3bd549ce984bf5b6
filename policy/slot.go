package policy

import (
	"strings"
	"time"
	"unicode"
)

// A slot ties a field of the file to the place that keeps its value. The slots
// of a paragraph are the format: Parse fills them by name, and Format writes
// them in their order.
type slot struct {
	name     string
	required bool
	value    value
}

const required = true

// A value reads itself from a field that is not empty, and writes itself as
// what follows the field's colon; "" if there is nothing to write.
type value interface {
	read(f rawField, errs *ErrorList)
	write() string
}

func (h *Header) slots() []slot {
	return []slot{
		{"Format", required, single[string]{&h.Format}},
		{"Module", required, single[string]{&h.Module}},
		{"Programs", !required, list{&h.Programs}},
		{"Installed", !required, list{&h.Installed}},
		{"Upstream-Contact", !required, text{&h.UpstreamContact}},
		{"Source", !required, text{&h.Source}},
		{"Comment", !required, text{&h.Comment}},
	}
}

func (f *Function) slots() []slot {
	return []slot{
		{"Function", required, single[string]{&f.Name}},
		{"Scope", required, list{&f.Scope}},
		{"Purpose", required, synopsis{&f.Purpose, &f.Why}},
		{"Hosts", required, list{&f.Hosts}},
		{"Consent", !required, list{&f.Consent}},
		{"Identifiers", !required, list{&f.Identifiers}},
		{"Comment", !required, text{&f.Comment}},
	}
}

func (c *Consent) slots() []slot {
	return []slot{
		{"Consent", required, single[string]{&c.Name}},
		{"Kind", required, single[Kind]{&c.Kind}},
		{"Key", required, single[string]{&c.Key}},
		{"Grants", !required, list{&c.Grants}},
		{"Refuses", !required, list{&c.Refuses}},
		{"Default", required, single[Default]{&c.Default}},
		{"Revoke", !required, single[string]{&c.Revoke}},
		{"Comment", !required, text{&c.Comment}},
	}
}

func (o *Override) slots() []slot {
	return []slot{
		{"Override", required, single[string]{&o.Finding}},
		{"Scope", required, list{&o.Scope}},
		{"Context", !required, single[string]{&o.Context}},
		{"Justification", required, text{&o.Justification}},
		{"Bug", !required, single[string]{&o.Bug}},
		{"Forwarded", !required, single[string]{&o.Forwarded}},
		{"Expires", !required, date{&o.Expires}},
		{"Comment", !required, text{&o.Comment}},
	}
}

// single is one line.
type single[T ~string] struct{ p *T }

func (s single[T]) read(f rawField, errs *ErrorList) {
	for _, l := range f.lines {
		switch {
		case l.text == "":
		case *s.p == "":
			*s.p = T(strings.TrimLeft(l.text, blanks))
		default:
			errs.addf(l.pos, "write the value on one line, and nothing after it", "%s holds one line", f.name)
			return
		}
	}
}

func (s single[T]) write() string { return beside(string(*s.p)) }

// beside puts a value on the line of its field's name.
func beside(value string) string {
	if value == "" {
		return ""
	}
	return " " + value
}

// date is a single line, YYYY-MM-DD.
type date struct{ p *time.Time }

func (d date) read(f rawField, errs *ErrorList) {
	var s string
	single[string]{&s}.read(f, errs)
	t, err := time.Parse(time.DateOnly, s)
	if err != nil || t.IsZero() {
		errs.addf(f.value(), "write a day of the calendar as YYYY-MM-DD", "bad date %s", quote(s))
		return
	}
	*d.p = t
}

func (d date) write() string {
	if d.p.IsZero() {
		return ""
	}
	return beside(d.p.Format(time.DateOnly))
}

// list is words separated by blanks or line ends.
type list struct{ p *[]Item }

func (l list) read(f rawField, errs *ErrorList) {
	for i, line := range f.lines {
		if i > 0 && line.text == "" {
			errs.addf(line.pos, `delete the line " ."`, "empty line in the list %s", f.name)
			return
		}
		comments := line.comments
		rest := strings.TrimLeft(line.text, blanks)
		pos := line.pos
		for rest != "" {
			word := rest
			if i := strings.IndexAny(rest, blanks); i >= 0 {
				word = rest[:i]
			}
			if !l.word(word, pos, f.name, errs) {
				return
			}
			*l.p = append(*l.p, Item{word, pos, comments})
			after := strings.TrimLeft(rest[len(word):], blanks)
			pos.Column += len(rest) - len(after)
			rest, comments = after, nil
		}
	}
}

// word reports whether the rest of the list can be read.
func (list) word(word string, pos Position, field string, errs *ErrorList) bool {
	if word[0] == '#' {
		errs.addf(pos, "begin the comment in the first column, on a line of its own", "comment within the value of %s", field)
		return false
	}
	for _, c := range word {
		if unicode.IsSpace(c) {
			errs.addf(pos, "separate the elements of a list by plain blanks", "blank %U in %s", c, quote(word))
			return false
		}
	}
	return true
}

// write puts the items on one line if they fit there and have no comments.
func (l list) write() string {
	const width = 64 // leaves room for the longest name on a line of 80
	var row, column strings.Builder
	rows := true
	for _, it := range *l.p {
		row.WriteString(" " + it.Value)
		rows = rows && len(it.Comments) == 0
		for _, c := range it.Comments {
			column.WriteString("\n" + c)
		}
		column.WriteString("\n " + it.Value)
	}
	if rows && row.Len() <= width {
		return row.String()
	}
	return column.String()
}

// text is a synopsis, which may be empty, and lines.
type text struct{ p *Text }

func (t text) read(f rawField, _ *ErrorList) {
	for _, l := range f.lines {
		*t.p = append(*t.p, l.text)
	}
}

func (t text) write() string {
	if len(*t.p) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(beside((*t.p)[0]))
	for _, l := range (*t.p)[1:] {
		if l == "" {
			l = "."
		}
		b.WriteString("\n " + l)
	}
	return b.String()
}

// synopsis is a text whose first word is taken out of it.
type synopsis struct {
	word *Purpose
	rest *Text
}

func (s synopsis) read(f rawField, errs *ErrorList) {
	var t Text
	text{&t}.read(f, errs)
	for t[0] == "" {
		t = t[1:] // the word may stand on a line of its own
	}
	first := strings.TrimLeft(t[0], blanks)
	end := strings.IndexAny(first+" ", blanks)
	*s.word = Purpose(first[:end])
	t[0] = strings.Trim(first[end:], blanks)
	if len(t) > 1 || t[0] != "" {
		*s.rest = t
	}
}

func (s synopsis) write() string {
	return beside(string(*s.word)) + text{s.rest}.write()
}

// value returns where the value of f begins.
func (f rawField) value() Position {
	for _, l := range f.lines {
		if l.text != "" {
			return l.pos
		}
	}
	return f.pos
}

// empty reports whether f has no value.
func (f rawField) empty() bool { return f.value() == f.pos }
