package web

import (
	"regexp"
	"slices"
	"strings"
)

// maxSnippet is the size up to which a script counts as written by hand, so
// that even a variable of one letter has one meaning.
const maxSnippet = 16 << 10

// before is how far the text before an address is looked at.
const before = 80

// loaders are the calls and assignments of the web platform, and of the common
// clients on top of it, that ask for what follows. They are compact.
var loaders = []string{
	"fetch(", "sendBeacon(", "import(", "importScripts(", "Worker(", "WebSocket(", "EventSource(", "Request(",
	`.open("GET",`, `.open("POST",`, `.open('GET',`, `.open('POST',`, ".src=", `.setAttribute("src",`, `.setAttribute('src',`,
	"axios(", "axios.get(", "axios.post(", "$.get(", "$.post(", "$.getJSON(", "$.getScript(", "$.ajax({url:", "jQuery.getScript(",
}

// imports matches the beginning of a statement that loads a module.
var imports = regexp.MustCompile(`\bimport$|\b(?:import|export)\b[\w$*{}, ]*\bfrom$`)

// A constant is an address that a script gives a name.
type constant struct {
	name string
	load int // index of the mention
}

// script reads a script that begins at offset.
func (c *Content) script(text string, offset int) {
	var constants []constant
	for i := 0; ; {
		n := strings.Index(text[i:], "//")
		if n < 0 {
			break
		}
		at := i + n
		i = at + 2
		url, start, ok := literal(text, at)
		if !ok || commented(text, start) {
			continue
		}
		l := Load{URL: url, offset: offset + start, Mention: true, How: "a script"}
		lead := text[max(0, start-1-before) : start-1]
		if how := loader(lead); how != "" {
			l.How, l.Mention = how, false
		}
		if c.load(l) && l.Mention {
			if name := assigned(lead); len(name) > 3 || name != "" && len(text) <= maxSnippet {
				constants = append(constants, constant{name, len(c.Loads) - 1})
			}
		}
	}
	c.used(text, constants)
	c.requestPolicies(text, offset)
}

// assigned returns the name that what follows is given: x = "…", x: "…".
func assigned(lead string) string {
	lead = strings.TrimRight(lead, blanks)
	if !strings.HasSuffix(lead, "=") && !strings.HasSuffix(lead, ":") {
		return ""
	}
	lead = strings.TrimRight(lead[:len(lead)-1], blanks)
	begin := len(lead)
	for begin > 0 && word(lead[begin-1]) {
		begin--
	}
	return lead[begin:]
}

const blanks = " \t\r\n"

// used finds the constants that are loaded by their names.
func (c *Content) used(text string, constants []constant) {
	if len(constants) == 0 {
		return
	}
	loaded := map[string]string{} // name to what loads it
	for _, l := range loaders {
		spaced := strings.Replace(l, "=", " =", 1)
		for _, call := range slices.Compact([]string{l, spaced}) {
			arguments(text, call, func(name string) { loaded[name] = label(l) })
		}
	}
	for _, k := range constants {
		if how, ok := loaded[k.name]; ok {
			c.Loads[k.load].How, c.Loads[k.load].Mention = how, false
		}
	}
}

// arguments calls do with each name that stands behind a call.
func arguments(text, call string, do func(name string)) {
	for {
		n := strings.Index(text, call)
		if n < 0 {
			return
		}
		inner := n > 0 && word(text[n-1]) && word(call[0])
		text = text[n+len(call):]
		if inner {
			continue // the end of another name
		}
		rest := strings.TrimPrefix(strings.TrimLeft(text, blanks), "this.")
		end := 0
		for end < len(rest) && word(rest[end]) {
			end++
		}
		if end < len(rest) && rest[end] != '.' {
			do(rest[:end])
		}
	}
}

// loader names what loads the address that comes after a text.
func loader(lead string) string {
	lead = strings.TrimRight(lead, blanks)
	if lead == "" {
		return ""
	}
	switch last := lead[len(lead)-1]; {
	case last == 't' || last == 'm':
		if imports.MatchString(compact(lead)) {
			return "import"
		}
	case last == '(' || last == '=' || last == ',' || last == ':':
		lead = compact(lead)
		for _, l := range loaders {
			if rest, ok := strings.CutSuffix(lead, l); ok && (rest == "" || !word(l[0]) || !word(rest[len(rest)-1])) {
				return label(l)
			}
		}
	}
	return ""
}

// label is a loader for a reader.
func label(loader string) string {
	name, _, _ := strings.Cut(strings.TrimPrefix(loader, "."), "(")
	return strings.TrimSuffix(name, "=")
}

// literal returns the string that holds the two slashes at a place behind its
// quote or its scheme, and where it begins.
func literal(text string, slashes int) (url string, start int, ok bool) {
	start = slashes
	if start > 0 && text[start-1] == ':' {
		for start--; start > 0 && letter(text[start-1]) && slashes-start < len("https:"); start-- {
		}
	}
	if start == 0 || strings.IndexByte("\"'`", text[start-1]) < 0 {
		return "", 0, false
	}
	quote := text[start-1]
	end := slashes
	for end < len(text) && text[end] != quote && text[end] != '\n' && text[end] != '\\' && text[end] != ' ' {
		end++
	}
	if end-slashes < 4 {
		return "", 0, false
	}
	return text[start:end], start, true
}

// commented reports whether a place is behind a // on a short line, or on a
// line that begins as those of block comments do.
func commented(text string, at int) bool {
	lead := text[max(0, at-200):at]
	if i := strings.LastIndexByte(lead, '\n'); i >= 0 {
		lead = lead[i+1:]
	}
	trimmed := strings.TrimLeft(lead, " \t")
	return strings.HasPrefix(trimmed, "* ") || strings.HasPrefix(trimmed, "//") || strings.HasPrefix(trimmed, "/*") || strings.Contains(lead, " // ")
}

// compact removes blanks, but for one between two words.
func compact(s string) string {
	var out []byte
	for _, field := range strings.Fields(s) {
		if len(out) > 0 && word(out[len(out)-1]) && word(field[0]) {
			out = append(out, ' ')
		}
		out = append(out, field...)
	}
	return string(out)
}

func word(b byte) bool { return letter(b) || '0' <= b && b <= '9' || b == '_' || b == '$' }

// requestPolicy matches the policy that a script sets for its requests.
var requestPolicy = regexp.MustCompile(`^referrerPolicy["']?\s*[:=]\s*["']([a-zA-Z-]+)["']`)

func (c *Content) requestPolicies(text string, offset int) {
	for i := 0; ; {
		n := strings.Index(text[i:], "referrerPolicy")
		if n < 0 {
			return
		}
		at := i + n
		i = at + len("referrerPolicy")
		if m := requestPolicy.FindStringSubmatch(text[at:min(len(text), at+80)]); m != nil {
			c.Policies = append(c.Policies, Policy{Value: strings.ToLower(m[1]), Request: true, offset: offset + at})
		}
	}
}

// modules reads an import map: each address is one that modules load.
func (c *Content) modules(text string, offset int) {
	for i := 0; ; {
		n := strings.Index(text[i:], "//")
		if n < 0 {
			return
		}
		at := i + n
		i = at + 2
		if url, start, ok := literal(text, at); ok {
			c.load(Load{URL: url, How: "import", offset: offset + start})
		}
	}
}
