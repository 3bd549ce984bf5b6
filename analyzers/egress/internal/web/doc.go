// Package web finds what web content makes a browser ask for by itself: the
// pictures, scripts, styles, fonts, frames and requests of HTML pages,
// templates, style sheets and scripts. A link that somebody has to follow is
// none of these.
//
// It knows the languages of the web and nobody who uses them: who is behind an
// address is for the world's data to say.
//
// HTML is read by a tokenizer. Style sheets and scripts are searched for
// addresses, and what stands before an address in a script says whether it is
// asked for: fetch("…"), x.src = "…". An address that only occurs in a script
// is a mention. What a template writes under a condition is left out where the
// condition is false for data that nobody has filled in, unless it only asks for
// fields that are set; addresses whose host is filled in are left out, too.
package web

import (
	"path"
	"slices"
	"strings"
)

// A Load is an address that a browser asks for by itself.
type Load struct {
	URL     string // as written, "*" for a piece that is filled in
	Host    string // in lower case, with port; "*" for a piece that is filled in
	How     string // what loads it, for a reader
	Policy  string // the Referrer-Policy of this request alone
	Mention bool   // a string of a script, and nothing shows that it is loaded
	Line    int
	If      []string // fields of a template's data: it is written where all of them are set

	offset int
}

// A Policy is a Referrer-Policy that content sets.
type Policy struct {
	Value   string // in lower case
	Request bool   // for single requests of a script, not for the page
	Line    int

	offset int
}

// Content is what a file or constant holds for a browser.
type Content struct {
	Loads    []Load
	Policies []Policy
}

// A Kind is a language of the web.
type Kind int

// The languages.
const (
	None Kind = iota
	HTML
	CSS
	Script
)

// KindOf returns the language of a file by its name, and None where it may be
// none: then the text decides, see [Sniff].
func KindOf(name string) (kind Kind, sniff bool) {
	switch strings.ToLower(path.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".shtml", ".gohtml", ".svg":
		return HTML, false
	case ".css":
		return CSS, false
	case ".js", ".mjs", ".cjs":
		return Script, false
	case ".tmpl", ".tpl", ".gotmpl", ".template", ".tem", ".page", ".layout", ".jet", ".mustache", ".hbs", ".vue", ".php":
		return None, true
	}
	return None, false
}

// Sniff tells the language of a text by what stands in it.
func Sniff(text string) Kind {
	lower := strings.ToLower(text)
	holds := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) })
	}
	switch {
	case strings.Contains(text, "<") && holds("<script", "<img", "<link", "<iframe", "<style", "<html", "<head", "<body", "<meta",
		"<video", "<audio", "<object", "<embed", "<source", "<image", "<input", "ping="):
		return HTML
	case holds("document.", "window.", "navigator.", "importscripts("):
		return Script
	case strings.Contains(text, "{") && holds("@font-face", "url(") || holds("@import url(", `@import "`, "@import '"):
		return CSS
	}
	return None
}

// Scan returns what a text of the given language holds, in its order.
func Scan(kind Kind, text string) Content {
	var c Content
	switch kind {
	case HTML:
		c.template(text)
	case CSS:
		c.css(text, 0)
	case Script:
		c.script(text, 0)
	}
	c.lines(text)
	return c
}

// lines turns offsets into lines.
func (c *Content) lines(text string) {
	slices.SortStableFunc(c.Loads, func(a, b Load) int { return a.offset - b.offset })
	slices.SortStableFunc(c.Policies, func(a, b Policy) int { return a.offset - b.offset })
	var here cursor
	for i := range c.Loads {
		c.Loads[i].Line = here.line(text, c.Loads[i].offset)
	}
	here = cursor{}
	for i := range c.Policies {
		c.Policies[i].Line = here.line(text, c.Policies[i].offset)
	}
}

// A cursor counts lines from the beginning of a text on.
type cursor struct{ at, newlines int }

func (c *cursor) line(text string, offset int) int {
	c.newlines += strings.Count(text[c.at:offset], "\n")
	c.at = offset
	return c.newlines + 1
}
