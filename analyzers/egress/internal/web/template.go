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
		if !hidden.hold(l.offset) {
			c.Loads = append(c.Loads, l)
		}
	}
	for _, p := range all.Policies {
		if !hidden.hold(p.offset) {
			c.Policies = append(c.Policies, p)
		}
	}
}

// spans are stretches of a text, in order.
type spans [][2]int

func (s spans) hold(at int) bool {
	for _, span := range s {
		if span[0] <= at && at < span[1] {
			return true
		}
	}
	return false
}

// A branch is a piece of a template between two of the words if, else and end.
type branch struct {
	begin  int
	hidden bool // nothing is written while the data are zero
	holds  bool // the condition holds for zero data
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
			*hidden = append(*hidden, [2]int{open[top].begin, begin})
		}
	}
	switch words[0] {
	case "#if", "#with": // of a language in which names have no dot
		return append(open, branch{begin: end, hidden: true})
	case "if", "with":
		holds := zeroHolds(words[1:])
		return append(open, branch{end, !holds, holds})
	case "block", "define", "range", "#each", "#unless": // what is there to show is shown
		return append(open, branch{begin: end})
	case "else":
		if top >= 0 {
			closeTop()
			b := &open[top]
			b.begin, b.hidden = end, b.holds
			if len(words) > 2 && !b.holds { // else if
				b.holds = zeroHolds(words[2:])
				b.hidden = !b.holds
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
