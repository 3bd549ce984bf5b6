package world

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed hosts.txt
var hostsText string

// A HostEntry says who is behind a host.
type HostEntry struct {
	Pattern string // a host, or .domain for the domain and all below it
	Class   string // collector, project, update, infrastructure
	Purpose string // empty for infrastructure
	Company string
}

// A hostTable maps patterns to their entries.
type hostTable map[string]HostEntry

func hostKinds() kinds {
	return kinds{"host": {subject: hostPattern, keys: map[string]key{
		"class":   {required: true, check: oneOf("collector", "project", "update", "infrastructure")},
		"purpose": {check: purpose},
		"company": {check: anyText},
		"example": {required: true, repeat: true, check: anyText},
		"not":     {required: true, repeat: true, check: anyText},
	}}}
}

func hostPattern(word string) error {
	if name := strings.TrimPrefix(word, "."); name == "" || strings.ContainsAny(name, "/*[] ") || name != strings.ToLower(name) || strings.HasSuffix(name, ".") {
		return fmt.Errorf("bad host %q; write a lower-case name or address without port, or .domain for all below it", word)
	}
	return nil
}

func (w *World) addHost(l Line) error {
	if l.Get("class") != "infrastructure" && l.Get("purpose") == "" {
		return fmt.Errorf("%s collects, and what for is not said; add purpose=…", l.Subject)
	}
	w.hosts[l.Subject] = HostEntry{l.Subject, l.Get("class"), l.Get("purpose"), l.Get("company")}
	return nil
}

// Host returns what is known about a host, given with or without port; a "*"
// stands for a piece that is not known. The longest pattern wins.
func (w *World) Host(host string) (HostEntry, bool) {
	host = bareHost(host)
	if e, ok := w.hosts[host]; ok {
		return e, true
	}
	for rest := "." + host; rest != ""; {
		if e, ok := w.hosts[rest]; ok {
			return e, true
		}
		next := strings.IndexByte(rest[1:], '.')
		if next < 0 {
			break
		}
		rest = rest[next+1:]
	}
	return HostEntry{}, false
}

// bareHost drops the port, the brackets of an IPv6 address and the final dot.
func bareHost(host string) string {
	host = strings.ToLower(host)
	if inner, ok := strings.CutPrefix(host, "["); ok {
		inner, _, _ = strings.Cut(inner, "]")
		return inner
	}
	if strings.Count(host, ":") == 1 {
		host, _, _ = strings.Cut(host, ":")
	}
	return strings.TrimSuffix(host, ".")
}
