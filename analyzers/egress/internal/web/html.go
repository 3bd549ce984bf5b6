package web

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// loading lists, for each element of the HTML and SVG standards, the
// attributes whose address a browser asks for by itself. An <a> has one: the
// address that is told when the link is followed.
var loading = map[string][]string{
	"a": {"ping"}, "area": {"ping"}, "audio": {"src"}, "body": {"background"}, "embed": {"src"},
	"feimage": {"href", "xlink:href"}, "frame": {"src"}, "iframe": {"src"}, "image": {"href", "xlink:href"},
	"img": {"src", "srcset"}, "input": {"src"}, "link": {"href", "imagesrcset"}, "object": {"data"},
	"script": {"src", "href", "xlink:href"}, "source": {"src", "srcset"}, "table": {"background"}, "td": {"background"},
	"track": {"src"}, "use": {"href", "xlink:href"}, "video": {"src", "poster"},
}

// fetched are the relations of a <link> whose target is asked for.
var fetched = []string{
	"apple-touch-icon", "apple-touch-icon-precomposed", "dns-prefetch", "icon", "manifest", "mask-icon", "modulepreload",
	"preconnect", "prefetch", "preload", "prerender", "stylesheet",
}

// A page is one HTML text while it is read.
type page struct {
	*Content
	base string // what relative addresses begin with, if that is elsewhere
	raw  string // the element that the text is of: script or style
	kind string // the type of a script
}

// html reads a text that begins at offset.
func (c *Content) html(text string, offset int) {
	p := page{Content: c}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		token := z.Next()
		raw := z.Raw()
		switch token {
		case html.ErrorToken:
			return // the end: the tokenizer takes every text
		case html.StartTagToken, html.SelfClosingTagToken:
			p.tag(z.Token(), string(raw), offset)
		case html.EndTagToken:
			p.raw = ""
		case html.TextToken:
			p.text(string(raw), offset)
		}
		offset += len(raw)
	}
}

// text reads what stands in an element whose text is no HTML.
func (p *page) text(text string, offset int) {
	switch {
	case p.raw == "style":
		p.css(text, offset)
	case p.raw == "noscript":
		p.html(text, offset)
	case p.raw != "script":
	case p.kind == "importmap":
		p.modules(text, offset)
	case p.kind == "" || p.kind == "module" || strings.HasSuffix(p.kind, "javascript"):
		p.script(text, offset)
	}
}

// tag reads a start tag that begins at offset.
func (p *page) tag(t html.Token, raw string, offset int) {
	attrs := map[string]string{}
	for _, a := range t.Attr {
		if _, again := attrs[a.Key]; !again {
			attrs[a.Key] = a.Val
		}
	}
	switch t.Data {
	case "script", "style", "noscript":
		p.raw, p.kind = t.Data, strings.ToLower(attrs["type"])
	case "base":
		if _, _, ok := remote(attrs["href"]); ok {
			p.base = attrs["href"]
		}
		return
	case "meta":
		p.meta(attrs, offset)
		return
	case "link":
		if !slices.ContainsFunc(strings.Fields(strings.ToLower(attrs["rel"])), isFetched) {
			return
		}
	}
	for _, name := range loading[t.Data] {
		p.attribute(t.Data, name, attrs, raw, offset)
	}
	for _, a := range t.Attr {
		var inner Content
		switch a.Key {
		case "style":
			inner.css(a.Val, 0)
		case "onload", "onerror":
			inner.script(a.Val, 0)
		}
		for _, l := range inner.Loads {
			l.offset = offset // the tag's: a value is not where it is written
			p.Loads = append(p.Loads, l)
		}
	}
}

func isFetched(rel string) bool { return slices.Contains(fetched, rel) }

// meta notes the policy of a page.
func (p *page) meta(attrs map[string]string, offset int) {
	if strings.EqualFold(attrs["name"], "referrer") || strings.EqualFold(attrs["http-equiv"], "referrer-policy") {
		p.Policies = append(p.Policies, Policy{Value: strings.ToLower(strings.TrimSpace(attrs["content"])), offset: offset})
	}
}

// attribute notes the addresses of one attribute.
func (p *page) attribute(element, name string, attrs map[string]string, raw string, offset int) {
	value, ok := attrs[name]
	if !ok || value == "" {
		return
	}
	how := "<" + element + " " + name + ">"
	for _, url := range addresses(name, value) {
		at := offset + max(0, strings.Index(raw, url))
		l := Load{URL: url, How: how, Policy: strings.ToLower(attrs["referrerpolicy"]), offset: at}
		if !p.load(l) && p.base != "" && relative(url) {
			l.URL = p.base
			p.load(l)
		}
	}
}

// relative reports whether an address is completed by that of the page.
func relative(url string) bool {
	scheme, _, ok := strings.Cut(url, ":")
	return !strings.HasPrefix(url, "//") && !strings.HasPrefix(url, "#") && (!ok || strings.Contains(scheme, "/"))
}

// addresses splits a value that may hold several addresses.
func addresses(name, value string) []string {
	var list []string
	switch name {
	case "srcset", "imagesrcset":
		for candidate := range strings.SplitSeq(value, ",") {
			if fields := strings.Fields(candidate); len(fields) > 0 {
				list = append(list, fields[0])
			}
		}
	case "ping":
		list = strings.Fields(value)
	default:
		list = []string{strings.TrimSpace(value)}
	}
	return list
}
