package egress

import (
	"cmp"
	"slices"

	"github.com/optincheck/optincheck/analyzers/egress/internal/web"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// A WebLoad is something that web content of a package makes a browser ask
// another host for: the content is embedded, or a string in the code. Loads
// from one site in one file are one.
type WebLoad struct {
	Package string // import path
	Func    string // symbol of the function that the content is in; empty at package level
	At      Place  // the embed directive or the string
	File    Place  // where it stands: a line of the embedded file, or of the string
	How     string // what loads it: "<script src>", "fetch", "url()"
	URL     string // "*" for a piece that is filled in
	Host    string
	Class   string // tracker, service, badge, or empty
	Name    string // of the tracker or service
	Company string // who learns of it, if known
	More    int    // how many others of this site and file were folded
	Policy  string // the Referrer-Policy, if the item is one that leaks; there may be no URL
}

// A text is content for a browser, and where it was found.
type text struct {
	at, file Place // file.Line is that of the text's first line
	fn       string
	kind     web.Kind
	text     string
}

// webLoads returns what the texts of a package make a browser ask for.
func (s *sources) webLoads(pkg string, texts []text, w *world.World) []WebLoad {
	var all []WebLoad
	for _, t := range texts {
		content := web.Scan(t.kind, t.text)
		content.Loads = slices.DeleteFunc(content.Loads, func(l web.Load) bool { return !s.written(l) })
		loads := folded(t.loads(content, w))
		all = append(all, loads...)
		all = append(all, t.leaks(content, loads)...)
	}
	for i := range all {
		all[i].Package = pkg
	}
	return all
}

// written reports whether a template writes something on a fresh install: what
// it waits for is set by the program itself.
func (s *sources) written(l web.Load) bool {
	if len(l.If) == 0 {
		return true
	}
	set := s.data()
	return !slices.ContainsFunc(l.If, func(field string) bool { return !set[field] })
}

// item is what is the same for everything in a text.
func (t text) item(line int) WebLoad {
	file := t.file
	file.Line, file.Column = file.Line+line-1, 0
	return WebLoad{Func: t.fn, At: t.at, File: file}
}

// loads says who is behind each address. A string of a script counts only if
// it is a tracker's; this machine is nobody else.
func (t text) loads(content web.Content, w *world.World) []WebLoad {
	var out []WebLoad
	for _, l := range content.Loads {
		if world.Loopback(l.Host) {
			continue
		}
		item := t.item(l.Line)
		item.How, item.URL, item.Host = l.How, l.URL, l.Host
		if e, ok := w.Web(l.URL); ok {
			item.Class, item.Name, item.Company = e.Class, e.Name, e.Company
		} else if h, ok := w.Host(l.Host); ok && h.Class == "collector" && !l.Mention {
			item.Class, item.Name, item.Company = "tracker", h.Company, h.Company
		}
		if l.Mention && item.Class != "tracker" {
			continue
		}
		out = append(out, item)
	}
	return out
}

// folded keeps one load of each site, the first, and counts the others.
func folded(loads []WebLoad) []WebLoad {
	var out []WebLoad
	first := map[[2]string]int{}
	for _, l := range loads {
		site := [2]string{l.Class, cmp.Or(l.Name, l.Host)}
		if i, again := first[site]; again {
			out[i].More++
			continue
		}
		first[site] = len(out)
		out = append(out, l)
	}
	return out
}

// leaks returns the policies by which other sites learn what page it is: the
// whole address, or where a request goes elsewhere, the page's site.
func (t text) leaks(content web.Content, loads []WebLoad) []WebLoad {
	var out []WebLoad
	add := func(line int, policy string, to WebLoad) {
		item := t.item(line)
		item.Policy, item.How, item.URL, item.Host = policy, to.How, to.URL, to.Host
		out = append(out, item)
	}
	for _, p := range content.Policies {
		switch {
		case wholeAddress(p.Value):
			add(p.Line, p.Value, WebLoad{})
		case p.Request && len(loads) > 0 && siteOnly(p.Value):
			add(p.Line, p.Value, loads[0])
		}
	}
	for _, l := range content.Loads {
		if i := slices.IndexFunc(loads, func(x WebLoad) bool { return x.Host == l.Host }); i >= 0 && l.Policy != "" &&
			(wholeAddress(l.Policy) || siteOnly(l.Policy)) {
			add(l.Line, l.Policy, loads[i])
		}
	}
	return out
}

// wholeAddress reports whether other sites get the whole address of the page
// under a Referrer-Policy, as the standard has it.
func wholeAddress(policy string) bool {
	return policy == "unsafe-url" || policy == "no-referrer-when-downgrade" || policy == "always"
}

// siteOnly reports whether other sites get scheme and host of the page. It is
// what browsers do where nobody says otherwise: only who asks for it on a
// request means it.
func siteOnly(policy string) bool {
	switch policy {
	case "origin", "strict-origin", "origin-when-cross-origin", "strict-origin-when-cross-origin":
		return true
	}
	return false
}
