package policy

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const blanks = " \t"

// A rawField is a field as it stands in the file.
type rawField struct {
	name     string
	pos      Position // of the name
	comments []string // above the name
	lines    []rawLine
}

// A rawLine is one line of a value, without the blanks around it. Only of a
// continuation line, blanks after the first are kept: they are its indentation.
type rawLine struct {
	text     string
	pos      Position
	comments []string // between the line before and this one
}

// A rawParagraph is a paragraph as it stands in the file, never without a field.
type rawParagraph struct {
	comments []string // above its first field
	fields   []rawField
}

// A reader splits a file into paragraphs and fields. It knows no field names.
type reader struct {
	file       string
	errs       ErrorList
	paragraphs []rawParagraph
	open       *rawParagraph // being read; nil after an empty line
	skip       bool          // the last line was bad: so are its continuations
	comments   []string      // not yet attached to anything
}

// split reads the syntax of a whole file; the comments after the last field
// are left in r.comments.
func (r *reader) split(data []byte) {
	lines := bytes.Split(data, []byte("\n"))
	if len(lines[len(lines)-1]) == 0 {
		lines = lines[:len(lines)-1] // what follows the last line end is no line
	}
	for i, line := range lines {
		r.characters(i+1, line)
		text := string(bytes.TrimSuffix(line, []byte("\r")))
		continues := i+1 < len(lines) && startsBlank(lines[i+1])
		r.line(Position{r.file, i + 1, 1}, text, continues)
	}
	r.close()
}

func startsBlank(line []byte) bool {
	return len(line) > 0 && (line[0] == ' ' || line[0] == '\t')
}

// line reads one line; continues says that a continuation line comes next.
func (r *reader) line(pos Position, text string, continues bool) {
	trimmed := strings.Trim(text, blanks)
	switch {
	case text == "":
		r.close()
		r.comments = append(r.comments, "")
	case trimmed == "":
		r.errs.add(pos, "line of blanks only",
			`leave it empty to end the paragraph, or write " ." for an empty line within a text`)
		if !continues {
			r.close()
		}
	case text[0] == '#':
		r.comments = append(r.comments, strings.TrimRight(text, blanks))
	case startsBlank([]byte(text)):
		r.continuation(pos, text)
	default:
		r.field(pos, text)
	}
}

func (r *reader) close() {
	if r.open != nil {
		r.paragraphs = append(r.paragraphs, *r.open)
	}
	r.open, r.skip = nil, false
}

func (r *reader) continuation(pos Position, text string) {
	if r.skip {
		return
	}
	if r.open == nil {
		r.errs.add(pos, "continuation line without a field",
			`begin a field in the first column, or write " ." for the empty line above`)
		r.skip = true
		return
	}
	value := strings.TrimRight(text[1:], blanks)
	pos.Column += len(text) - len(strings.TrimLeft(text, blanks))
	if value == "." {
		value = ""
	}
	f := &r.open.fields[len(r.open.fields)-1]
	f.lines = append(f.lines, rawLine{value, pos, r.take()})
}

func (r *reader) field(pos Position, text string) {
	name, value, ok := strings.Cut(text, ":")
	r.skip = !ok || !fieldName(name)
	switch {
	case !ok:
		r.errs.addf(pos, `write "Name: value", or begin the line with "#" or a blank`, "%s is no field, comment or continuation", quote(text))
	case r.skip:
		r.errs.addf(pos, "write a name of printable ASCII without blanks, directly followed by a colon", "bad field name %s", quote(name))
	}
	if r.skip {
		return
	}
	f := rawField{name: name, pos: pos}
	if r.open == nil {
		r.open = &rawParagraph{comments: r.take()}
	} else {
		f.comments = r.take()
	}
	pos.Column += len(name) + 1 + len(value) - len(strings.TrimLeft(value, blanks))
	f.lines = []rawLine{{strings.Trim(value, blanks), pos, nil}}
	r.open.fields = append(r.open.fields, f)
}

// take returns the comments read since the last field or continuation line,
// with runs of empty lines made one, and none before the first comment. Within
// a paragraph there are no empty lines to begin with.
func (r *reader) take() []string {
	var out []string
	for _, c := range r.comments {
		if c != "" || len(out) > 0 && out[len(out)-1] != "" {
			out = append(out, c)
		}
	}
	r.comments = nil
	return out
}

// fieldName reports whether s is a legal name: printable ASCII without colon,
// not beginning like a comment or a signature armour.
func fieldName(s string) bool {
	for _, c := range []byte(s) {
		if c < '!' || c > '~' {
			return false
		}
	}
	return s != "" && s[0] != '-'
}

// characters reports what no text file should hold. Bidirectional controls
// are among it: they can make a line read otherwise than it is parsed.
func (r *reader) characters(line int, text []byte) {
	for i := 0; i < len(text); {
		c, size := utf8.DecodeRune(text[i:])
		pos := Position{r.file, line, i + 1}
		switch {
		case c == utf8.RuneError && size == 1:
			r.errs.addf(pos, "save the file as UTF-8", "byte 0x%02X is not UTF-8", text[i])
			return // one such byte seldom comes alone
		case c == '\r' && i == len(text)-1:
			r.errs.add(pos, "carriage return at the end of the line", "save the file with line feeds only")
		case c == '\uFEFF':
			r.errs.add(pos, "byte order mark", "save the file as UTF-8 without it")
		case c != '\t' && unicode.IsControl(c), unicode.Is(unicode.Bidi_Control, c):
			r.errs.add(pos, fmt.Sprintf("control character %U", c), "delete it")
		}
		i += size
	}
}
