package egress

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/eval"
	"github.com/optincheck/optincheck/policy"
)

// purpose infers what a behaviour is for, from the most telling evidence to
// the least: the SDK's function, the shape of the URL, the host, the names of
// the code around the site, the names on the way to it, the switch.
func (e *engine) purpose(b *Behaviour, site *eval.Site, steps []eval.Step) {
	b.Purpose = policy.UnknownPurpose
	e.parties(b, site)
	if e.bySDK(b, site) || e.byURL(b, site) || e.byHost(b, site) {
		return
	}
	for _, names := range e.names(b, site, steps) {
		if p, why, ok := e.world.Purpose(names); ok {
			e.is(b, p, why)
			return
		}
	}
}

func (e *engine) is(b *Behaviour, purpose, why string) {
	b.Purpose = policy.Purpose(purpose)
	b.Evidence = append(b.Evidence, why)
}

func (e *engine) bySDK(b *Behaviour, site *eval.Site) bool {
	for _, symbol := range append([]string{site.Callee}, site.Sinks...) {
		if s, ok := e.world.SDKSend(symbol); ok && s.Purpose != "" {
			e.is(b, s.Purpose, "the call "+symbol+" of a listed SDK")
			return true
		}
	}
	path, _ := splitSymbol(site.Key.Fn)
	for _, p := range []string{site.SDK, path} {
		if sdk, ok := e.world.SDK(p); p != "" && ok && sdk.Purpose != "" && p == site.SDK {
			e.is(b, sdk.Purpose, "the listed SDK "+sdk.Path)
			return true
		}
	}
	return false
}

func (e *engine) byURL(b *Behaviour, site *eval.Site) bool {
	for _, u := range site.URLs {
		if p, shape, ok := e.world.URL(u); ok {
			e.is(b, p, "the URL "+u+" has the shape "+shape)
			return true
		}
	}
	return false
}

func (e *engine) byHost(b *Behaviour, site *eval.Site) bool {
	for _, h := range site.Hosts {
		if x, ok := e.world.Host(h); ok && x.Purpose != "" {
			e.is(b, x.Purpose, "the host "+h+" is listed")
			return true
		}
	}
	return false
}

// parties names who gets it, as far as the data know: an analytics company, by
// its host, or by its SDK where no host is known (with a host that is not the
// company's the operator receives by himself), and public infrastructure.
func (e *engine) parties(b *Behaviour, site *eval.Site) {
	if sdk, ok := e.world.SDK(site.SDK); ok && sdk.Collector && len(site.Hosts) == 0 {
		b.Collector = sdk.Company
	}
	for _, h := range site.Hosts {
		x, ok := e.world.Host(h)
		switch {
		case ok && x.Class == "collector":
			b.Collector = x.Company
		case ok && x.Class == "infrastructure":
			b.Infrastructure = append(b.Infrastructure, party(h, x.Company))
		}
	}
}

func party(host, company string) string {
	if company == "" {
		return host
	}
	return host + " of " + company
}

// names lists the names that may show a purpose, in groups: the nearest first.
// Who serves requests has no part in what a handler does.
func (e *engine) names(b *Behaviour, site *eval.Site, steps []eval.Step) [][]string {
	var texts []string
	for _, u := range site.URLs {
		if _, rest, ok := strings.Cut(u, "://"); ok {
			texts = append(texts, strings.ReplaceAll(rest, "*", ""))
		}
	}
	_, called := splitSymbol(site.Callee) // of our own where the host comes in by parameter
	near := []string{called, b.Site.Func, lastElement(b.Site.Package)}
	var way []string
	for i := len(steps) - 2; i >= 0 && steps[i+1].Trigger != "request"; i-- {
		path, name := splitSymbol(steps[i].Fn)
		if name != "main" && name != "init" {
			way = append(way, name)
		}
		if el := lastElement(path); el != "main" && path != b.Site.Package && i > 0 {
			way = append(way, el)
		}
	}
	var keys []string
	for _, s := range b.Switches {
		keys = append(keys, s.Key)
		_, name := splitSymbol(s.Symbol)
		keys = append(keys, name)
	}
	return [][]string{append(texts, near...), way, keys}
}

func lastElement(path string) string {
	return path[strings.LastIndexByte(path, '/')+1:]
}
