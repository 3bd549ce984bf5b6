package eval

import (
	"net"
	"net/url"
	"sort"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// hosts returns the hosts that an operand names, with "*" for what is not
// known of them, and the URLs.
func (e *Run) hosts(at use, arg ir.Arg, form string, r *Reached) (hosts, urls []string) {
	f := e.frames[at.frame]
	if r.Argv != nil {
		if r.Host != "" && r.Host != "*" {
			return []string{r.Host}, nil
		}
		return nil, nil
	}
	v := e.arg(f, arg)
	if v == bottom {
		return nil, nil
	}
	if form == world.InHost || form == world.InAddr {
		texts, _ := e.strings(v)
		for _, t := range texts {
			if h := withoutPort(star(strings.TrimSuffix(t, "."))); strings.Trim(h, "*:.") != "" {
				hosts = addString(hosts, h)
			}
		}
		return e.orUser(at, arg, hosts), nil
	}
	for _, t := range e.urlTexts(v, 0) {
		h := hostOf(t)
		if h == "" && at.frame != r.At.frame && isHost(t) {
			h = hostOf("https://" + t) // the sink's function adds the scheme
		}
		if h != "" {
			hosts = addString(hosts, h)
			urls = addString(urls, star(t))
		}
	}
	hosts = e.orUser(at, arg, hosts)
	sort.Strings(hosts)
	sort.Strings(urls)
	return hosts, urls
}

// isHost reports whether a text alone can be a host name.
func isHost(t string) bool {
	host, _, _ := strings.Cut(t, "/")
	return strings.Contains(host, ".") && !strings.ContainsAny(host, " \t\n"+hole)
}

// userGiven stands for a host that the user gives: by an argument, a flag, the
// environment or a setting.
const userGiven = "@user"

// orUser returns hosts, or userGiven if there are none and the destination was
// computed from what the user gives.
func (e *Run) orUser(at use, arg ir.Arg, hosts []string) []string {
	if e.plain || len(hosts) > 0 || arg.Kind != ir.Reg {
		return hosts
	}
	e.invert()
	x := newSlicer(e, true)
	x.operand(e.frames[at.frame], arg)
	for n := 0; len(x.todo) > 0 && n < maxSlice/100; n++ {
		u := x.todo[0]
		x.todo = x.todo[1:]
		f := e.frames[u.frame]
		if e.isArgument(f.regs[f.fn.reg(u.instr)]) {
			return []string{userGiven}
		}
		x.visit(u)
	}
	for k := range x.keys {
		if k.Kind != "caller" {
			return []string{userGiven}
		}
	}
	return hosts
}

// urlTexts returns the URLs, as text with holes, that a value stands for: text,
// a *url.URL or a *http.Request.
func (e *eval) urlTexts(v val, depth int) []string {
	if depth > 4 {
		return nil
	}
	x := *e.vs.get(v)
	var out []string
	for _, c := range x.consts {
		if k := e.p.consts[c]; k.Kind == ir.String {
			out = append(out, k.Text)
		}
	}
	for _, d := range x.dyns {
		out = append(out, e.urlTexts(d.v, depth+1)...)
	}
	for _, r := range x.refs {
		out = append(out, e.urlOf(r, depth)...)
	}
	return out
}

// urlOf reads the URL of an object, and of those that it was copied from.
func (e *eval) urlOf(l loc, depth int) []string {
	var out []string
	all := []loc{l}
	for n := 0; n < len(all) && n < maxCopies; n++ {
		out = append(out, e.ownURL(all[n], depth)...)
		for _, src := range e.locs[all[n]].edges.sources {
			all = addLoc(all, src.at)
		}
	}
	return out
}

// ownURL reads the URL of an object: what a model remembered, or its fields.
func (e *eval) ownURL(l loc, depth int) []string {
	var out []string
	if c, ok := e.partAt(l, e.p.parts.url); ok {
		out = append(out, e.urlTexts(e.locs[c].cell.v, depth+1)...)
	}
	scheme, host, path := "", "", ""
	for _, k := range e.locs[l].kids {
		name := e.p.strs[e.locs[k].part]
		if !world.DestField(name) {
			continue
		}
		switch {
		case strings.HasSuffix(name, ".URL"):
			out = append(out, e.urlTexts(e.locs[k].cell.v, depth+1)...)
		case strings.HasSuffix(name, ".Host"):
			host = e.fieldText(k)
		}
	}
	if host != "" && host != hole {
		scheme, path = "https", hole
		if c, ok := e.partAt(l, e.p.intern("net/url:URL.Path")); ok {
			path = e.fieldText(c)
		}
		out = append(out, scheme+"://"+host+"/"+strings.TrimPrefix(path, "/"))
	}
	return out
}

// fieldText is the text in a cell: the first constant that is not empty.
func (e *eval) fieldText(l loc) string {
	texts, known := e.strings(e.locs[l].cell.v)
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	if known {
		return ""
	}
	return hole
}

// hostOf returns the host of a URL that may have holes, or "" if its host is
// not known at all.
func hostOf(text string) string {
	s := star(text)
	if i := strings.Index(s, "://"); i >= 0 {
		s = s[i+3:]
	} else if strings.HasPrefix(s, "//") {
		s = s[2:]
	} else {
		return ""
	}
	if i := strings.IndexAny(s, "/?#"); i >= 0 {
		s = s[:i]
	}
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		s = s[i+1:]
	}
	if u, err := url.Parse("https://" + s); err == nil && !strings.Contains(s, "*") {
		s = u.Host
	}
	if strings.Trim(s, "*:.") == "" {
		return ""
	}
	return withoutPort(strings.ToLower(s))
}

// withoutPort cuts the port off host:port; a host is who is spoken to.
func withoutPort(s string) string {
	i := strings.LastIndexByte(s, ':')
	if i < 0 || strings.Count(s, ":") > 1 && !strings.HasSuffix(s[:i], "]") {
		return s // no port, or a bare IPv6 address
	}
	return s[:i]
}

func allLoopback(hosts []string) bool {
	for _, h := range hosts {
		if !isLoopback(h) {
			return false
		}
	}
	return true
}

func isLoopback(host string) bool {
	name := withoutPort(host)
	if name == "localhost" || strings.HasSuffix(name, ".localhost") {
		return true
	}
	ip := net.ParseIP(strings.Trim(name, "[]"))
	return ip != nil && (ip.IsLoopback() || ip.IsUnspecified())
}
