package eval

import (
	"net/url"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// parsedURL gives the fields of a URL what is known of its text; what is not
// known is the world's.
func (c *modelCall) parsedURL(l loc) {
	e := c.e
	of := c.at("of")
	typ := e.p.types[c.resultOf()].elem
	if of == bottom || e.p.types[typ].kind != ir.KStruct {
		return
	}
	e.typedCell(l, typ)
	for _, text := range e.texts(e.vs.get(of)) {
		for _, f := range e.p.types[typ].fields {
			cell := e.child(l, f.sym, f.typ)
			e.locs[cell].cell.sure = true
			e.grow(cell, e.urlField(f.name, text), 0)
		}
	}
}

// urlField is a field of a parsed URL.
func (e *eval) urlField(name, text string) val {
	u, err := url.Parse(text)
	if isPattern(text) || err != nil {
		return e.worldVal()
	}
	switch name {
	case "Scheme":
		return e.strVal(u.Scheme)
	case "Host":
		return e.strVal(u.Host)
	case "Path":
		return e.strVal(u.Path)
	case "RawQuery":
		return e.strVal(u.RawQuery)
	case "Fragment":
		return e.strVal(u.Fragment)
	case "Opaque":
		return e.strVal(u.Opaque)
	case "User":
		if u.User == nil {
			return e.nilVal()
		}
		return e.someVal()
	}
	return e.worldVal()
}

// urlPart is a part of a URL as far as its text is known.
func (c *modelCall) urlPart() {
	e := c.e
	for _, r := range e.vs.get(c.at("of")).refs {
		e.watch(r, c.by)
	}
	var out val
	for _, t := range e.urlTexts(c.at("of"), 0) {
		host, port := hostPort(t)
		if c.m.Get("part") == "port" {
			host = port
		}
		if strings.Contains(host, hole) {
			out = e.join(out, e.worldVal(), 0)
			continue
		}
		out = e.join(out, e.strVal(host), 0)
	}
	if out == bottom {
		out = e.worldVal()
	}
	c.yield(out)
}

// hostPort cuts host and port out of the text of a URL.
func hostPort(text string) (host, port string) {
	_, rest, ok := strings.Cut(text, "://")
	if !ok {
		return hole, hole
	}
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		rest = rest[:i]
	}
	rest = rest[strings.LastIndexByte(rest, '@')+1:]
	u := url.URL{Host: rest}
	return u.Hostname(), u.Port()
}
