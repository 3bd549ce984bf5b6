package web

import (
	"regexp"
	"strings"
)

// hole stands for what a template fills in.
const hole = '\x1a'

// load notes an address if it is on another host. It is found at offset.
func (c *Content) load(l Load) bool {
	url, host, ok := remote(l.URL)
	if !ok {
		return false
	}
	l.URL, l.Host = url, host
	c.Loads = append(c.Loads, l)
	return true
}

// filled matches the pieces of an address that are filled in.
var filled = regexp.MustCompile(`\x1a+|\$?\{[^{}/]*\}|%[0-9]*[sdvq]|<%.*?%>`)

// remote cuts an address with a host of its own out of what is written, and
// returns false where there is none, or none that can be told.
func remote(written string) (url, host string, ok bool) {
	url = strings.TrimSpace(written)
	if _, ok := afterScheme(url); !ok {
		return "", "", false
	}
	if strings.ContainsAny(url, "\x1a{%<") {
		url = filled.ReplaceAllString(url, "*")
	}
	rest, _ := afterScheme(url)
	if end := strings.IndexAny(rest, "/?#\\"); end >= 0 {
		rest = rest[:end]
	}
	if at := strings.LastIndexByte(rest, '@'); at >= 0 {
		rest = rest[at+1:]
	}
	host = strings.ToLower(rest)
	return url, host, named(host)
}

// afterScheme returns what stands behind the two slashes before a host.
func afterScheme(url string) (string, bool) {
	scheme, rest, ok := strings.Cut(url, "//")
	if !ok {
		return "", false
	}
	switch strings.ToLower(scheme) {
	case "", "http:", "https:", "ws:", "wss:":
		return rest, true
	}
	return "", false
}

// named reports whether a host is written well and its last two labels are
// known: a name of one label is of the reader's own network.
func named(host string) bool {
	for i := range len(host) {
		switch b := host[i]; {
		case 'a' <= b && b <= 'z', '0' <= b && b <= '9', strings.IndexByte("-_.:*[]", b) >= 0:
		default:
			return false
		}
	}
	if strings.HasPrefix(host, "[") {
		return strings.Contains(host, "]")
	}
	name, _, _ := strings.Cut(host, ":")
	if name == "localhost" {
		return true
	}
	labels := strings.Split(strings.TrimSuffix(name, "."), ".")
	if len(labels) < 2 {
		return false
	}
	for i, label := range labels {
		if label == "" || i >= len(labels)-2 && strings.Contains(label, "*") {
			return false
		}
	}
	return true
}
