package world

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed web.txt
var webText string

// A WebEntry says what a browser gets from an address.
type WebEntry struct {
	Pattern string // a host pattern, and what the path begins with
	Class   string // tracker, service, badge
	Name    string
	Company string // who learns of it; of a tracker
}

// Tracker reports whether the address is there to learn who reads a page.
func (e WebEntry) Tracker() bool { return e.Class == "tracker" }

func webKinds() kinds {
	keys := map[string]key{
		"name":    {required: true, check: anyText},
		"company": {check: anyText},
		"example": {required: true, repeat: true, check: anyText},
		"not":     {required: true, repeat: true, check: anyText},
	}
	return kinds{
		"tracker":  {subject: webPattern, keys: keys},
		"service":  {subject: webPattern, keys: keys},
		"badge":    {subject: webPattern, keys: keys},
		"template": {subject: symbol, keys: map[string]key{"data": {required: true, check: operand}}},
	}
}

// webPattern accepts a host pattern with or without the beginning of a path.
func webPattern(word string) error {
	host, path, _ := strings.Cut(word, "/")
	if err := hostPattern(host); err != nil {
		return err
	}
	if strings.ContainsAny(path, "*?# ") {
		return fmt.Errorf("bad path in %q; write what the path begins with, without query", word)
	}
	return nil
}

func (w *World) addWeb(l Line) error {
	if l.Kind == "template" {
		return w.addTemplate(l)
	}
	if l.Kind == "tracker" && l.Get("company") == "" {
		return fmt.Errorf("%s tracks, and for whom is not said; add company=…", l.Subject)
	}
	for _, e := range w.web[webHost(l.Subject)] {
		if e.Pattern == l.Subject {
			return fmt.Errorf("%s is a %s already; remove one of the two", l.Subject, e.Class)
		}
	}
	host := webHost(l.Subject)
	w.web[host] = append(w.web[host], WebEntry{l.Subject, l.Kind, l.Get("name"), l.Get("company")})
	return nil
}

func (w *World) addTemplate(l Line) error {
	n, err := parseArg(l.Get("data"))
	w.templates[l.Subject] = n
	return err
}

// Template returns which argument of a function, the receiver not counted, is
// the data of a template that it writes.
func (w *World) Template(symbol string) (data int, ok bool) {
	n, ok := w.templates[unversionedSymbol(symbol)]
	return n, ok
}

func webHost(pattern string) string {
	host, _, _ := strings.Cut(pattern, "/")
	return host
}

// Web returns what is known about the address of something that a browser
// loads. The longest host wins, and of its entries the one with most of the
// path.
func (w *World) Web(url string) (WebEntry, bool) {
	_, rest, _ := strings.Cut(url, "//")
	if i := strings.IndexAny(rest, "?#"); i >= 0 {
		rest = rest[:i]
	}
	host, path, _ := strings.Cut(rest, "/")
	host = bareHost(host[strings.LastIndexByte(host, '@')+1:])
	if e, ok := best(w.web[host], host, path); ok {
		return e, true
	}
	for domain := "." + host; domain != ""; {
		if e, ok := best(w.web[domain], domain, path); ok {
			return e, true
		}
		next := strings.IndexByte(domain[1:], '.')
		if next < 0 {
			break
		}
		domain = domain[next+1:]
	}
	return WebEntry{}, false
}

// best chooses among the entries of one host.
func best(entries []WebEntry, host, path string) (found WebEntry, ok bool) {
	for _, e := range entries {
		begin := strings.TrimPrefix(strings.TrimPrefix(e.Pattern, host), "/")
		if strings.HasPrefix(path, begin) && len(e.Pattern) > len(found.Pattern) {
			found, ok = e, true
		}
	}
	return found, ok
}
