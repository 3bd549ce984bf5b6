package world

import (
	_ "embed"
	"fmt"
	"path"
	"sort"
	"strings"
)

//go:embed urls.txt
var urlsText string

// A urlPattern is a URL shape, cut at its slashes.
type urlPattern struct {
	text     string
	purpose  string
	segments []string
}

func urlKinds() kinds {
	return kinds{"url": {subject: urlShape, keys: map[string]key{
		"purpose": {required: true, check: purpose},
		"example": {required: true, repeat: true, check: anyText},
		"not":     {required: true, repeat: true, check: anyText},
	}}}
}

func urlShape(word string) error {
	if strings.Contains(word, "://") || strings.ContainsAny(word, "?#[]\\ ") || strings.HasPrefix(word, "/") || strings.Contains(strings.TrimSuffix(word, "/"), "//") {
		return fmt.Errorf("bad URL shape %q; write host/segment/… without scheme and query, \"*\" for what may be anything", word)
	}
	return nil
}

func (w *World) addURL(l Line) error {
	w.urls = append(w.urls, urlPattern{l.Subject, l.Get("purpose"), strings.Split(strings.ToLower(l.Subject), "/")})
	return nil
}

// sortURLs puts the patterns with most fixed text first: they are the most
// telling.
func (w *World) sortURLs() {
	fixed := func(p urlPattern) int { return len(p.text) - strings.Count(p.text, "*") }
	sort.SliceStable(w.urls, func(i, j int) bool { return fixed(w.urls[i]) > fixed(w.urls[j]) })
}

// URL returns the purpose that the shape of a URL shows, and the shape. A "*"
// in the URL stands for a piece that is not known; it matches only what may
// be anything.
func (w *World) URL(url string) (purpose, shape string, ok bool) {
	segments := urlSegments(url)
	for _, p := range w.urls {
		if p.match(segments) {
			return p.purpose, p.text, true
		}
	}
	return "", "", false
}

// urlSegments returns host and path segments, lower-case, without port, query
// and fragment.
func urlSegments(url string) []string {
	url = strings.ToLower(url)
	if i := strings.IndexAny(url, "?#"); i >= 0 {
		url = url[:i]
	}
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	segments := strings.Split(url, "/")
	if _, host, ok := cutLast(segments[0], "@"); ok {
		segments[0] = host
	}
	segments[0] = bareHost(segments[0])
	return segments
}

// match reports whether the pattern matches the whole URL.
func (p urlPattern) match(url []string) bool {
	host := p.segments[0]
	if host != "*" {
		return glob(host, url[0]) && (len(p.segments) == 1 || matchPath(p.segments[1:], url[1:]))
	}
	for i := 1; i < len(url); i++ {
		if matchPath(p.segments[1:], url[i:]) {
			return true
		}
	}
	return false
}

// matchPath matches segment by segment; "*" takes one or more, and a final
// "*" whatever follows.
func matchPath(pattern, url []string) bool {
	if len(pattern) == 0 || len(url) == 0 {
		return len(pattern) == len(url)
	}
	if !glob(pattern[0], url[0]) {
		return false
	}
	if len(pattern) == 1 && strings.HasSuffix(pattern[0], "*") {
		return true
	}
	return matchPath(pattern[1:], url[1:]) || pattern[0] == "*" && matchPath(pattern, url[1:])
}

// glob matches one segment, in which only "*" is special.
func glob(pattern, text string) bool {
	ok, err := path.Match(pattern, text)
	return err == nil && ok
}
