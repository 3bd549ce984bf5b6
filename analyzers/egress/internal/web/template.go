package web

import "strings"

// maxAction is the size up to which {{…}} counts as an action of a template.
const maxAction = 2000

// template reads HTML that may be the source of a template. Actions are taken
// for holes, and what they leave out where their data are zero is left out.
func (c *Content) template(text string) {
	if !strings.Contains(text, "{{") {
		c.html(text, 0)
		return
	}
	clean, hidden := actions(text)
	var all Content
	all.html(clean, 0)
	for _, l := range all.Loads {
		if fields, ok := hidden.unless(l.offset); ok {
			l.If = fields
			c.Loads = append(c.Loads, l)
		}
	}
	for _, p := range all.Policies {
		if fields, ok := hidden.unless(p.offset); ok && fields == nil {
			c.Policies = append(c.Policies, p)
		}
	}
}

// spans are stretches of a text that zero data hide.
type spans []span

type span struct {
	begin, end int
	fields     []string // that have to be set, if that is all that it takes
}

// unless returns the fields that have to be set for what stands at a place to
// be written; ok is false if something else has to be as well.
func (s spans) unless(at int) (fields []string, ok bool) {
	for _, x := range s {
		if x.begin <= at && at < x.end {
			if len(x.fields) == 0 {
				return nil, false
			}
			fields = append(fields, x.fields...)
		}
	}
	return fields, true
}

// A branch is a piece of a template between two of the words if, else and end.
type branch struct {
	begin  int
	hidden bool     // nothing is written while the data are zero
	holds  bool     // the condition holds for zero data
	fields []string // that the condition asks for
}

// actions puts holes in the place of actions, so that offsets and lines stay,
// and returns what zero data hide.
func actions(text string) (clean string, hidden spans) {
	out := []byte(text)
	var open []branch
	for i := 0; ; {
		n := strings.Index(text[i:], "{{")
		if n < 0 {
			break
		}
		begin := i + n
		end, ok := action(text, begin)
		if !ok {
			i = begin + 2
			continue
		}
		for j := begin; j < end; j++ {
			if out[j] != '\n' {
				out[j] = hole
			}
		}
		open = step(open, strings.Fields(strings.Trim(text[begin+2:end-2], "- \t\r\n")), begin, end, &hidden)
		i = end
	}
	return string(out), hidden
}

// action returns where the action that begins at a place ends.
func action(text string, begin int) (int, bool) {
	var quote byte
	for i := begin + 2; i < len(text)-1 && i < begin+maxAction; i++ {
		switch b := text[i]; {
		case quote != 0:
			if b == '\\' && quote == '"' {
				i++
			} else if b == quote {
				quote = 0
			}
		case b == '"' || b == '`':
			quote = b
		case b == '}' && text[i+1] == '}':
			return i + 2, true
		}
	}
	return 0, false
}

// step follows the words of control of one action.
func step(open []branch, words []string, begin, end int, hidden *spans) []branch {
	if len(words) == 0 {
		return open
	}
	top := len(open) - 1
	closeTop := func() {
		if open[top].hidden {
			*hidden = append(*hidden, span{open[top].begin, begin, open[top].fields})
		}
	}
	switch words[0] {
	case "#if", "#with": // of a language in which names have no dot
		return append(open, branch{begin: end, hidden: true})
	case "if", "with":
		holds := zeroHolds(words[1:])
		return append(open, branch{end, !holds, holds, fields(words[1:])})
	case "block", "define", "range", "#each", "#unless": // what is there to show is shown
		return append(open, branch{begin: end})
	case "else":
		if top >= 0 {
			closeTop()
			b := &open[top]
			b.begin, b.hidden, b.fields = end, b.holds, nil
			if len(words) > 2 && !b.holds { // else if
				b.holds = zeroHolds(words[2:])
				b.hidden, b.fields = !b.holds, fields(words[2:])
			}
		}
	case "end", "/if", "/with", "/each", "/unless":
		if top >= 0 {
			closeTop()
			return open[:top]
		}
	}
	return open
}

// zeroHolds reports whether a condition may hold where the data are zero: it
// asks for more than whether something is set.
func zeroHolds(condition []string) bool {
	for i, w := range condition {
		w = strings.Trim(w, "()")
		switch {
		case w == "or" || w == "and" || w == ":=" || w == "=" || i > 0 && condition[i-1] == ":=":
		case len(w) > 1 && (w[0] == '.' || w[0] == '$'):
		default:
			return true // not, eq, a function, a literal
		}
	}
	return len(condition) == 0
}

// fields returns the names of the fields that a condition asks for, if it holds
// where all of them are set: .ID, or and .Site.ID .Public.
func fields(condition []string) []string {
	if len(condition) > 2 && condition[1] == ":=" {
		condition = condition[2:]
	}
	if len(condition) > 1 && condition[0] == "and" {
		condition = condition[1:]
	} else if len(condition) != 1 {
		return nil
	}
	var out []string
	for _, w := range condition {
		name := w[strings.LastIndexByte(w, '.')+1:]
		if name == "" || name == w || strings.ContainsAny(w, "()") {
			return nil
		}
		out = append(out, name)
	}
	return out
}
