package webasset

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress"
	"github.com/optincheck/optincheck/analyzers/internal/rule"
	"github.com/optincheck/optincheck/policy"
)

//go:embed doc.go
var doc string

// Rule is the judgement without a driver.
var Rule = rule.Rule{Name: "webasset", Doc: doc, Web: judge}

// The findings of this rule.
const (
	tracker        = "webasset/tracker"
	remoteResource = "webasset/remote-resource"
	referrerLeak   = "webasset/referrer-leak"
)

// judge asks who learns of the reader. A host that the policy names is the
// author's word that the page needs it.
func judge(l egress.WebLoad, fn *policy.Function, ctx rule.Context) (rule.Finding, bool) {
	switch {
	case l.Policy != "":
		return say(referrerLeak, l, ctx, leak(l)), true
	case policy.HostAllowed(fn, l.Host), badge(l):
		return rule.Finding{}, false
	case l.Class == "tracker":
		return say(tracker, l, ctx, asks(l), also(l)), true
	}
	return say(remoteResource, l, ctx, asks(l), also(l)), true
}

// badge reports whether l is the picture of a badge, as documentation shows
// them; a script from the same host is none.
func badge(l egress.WebLoad) bool {
	return l.Class == "badge" && (strings.HasPrefix(l.How, "<i") || strings.HasPrefix(l.How, "<object") || strings.HasPrefix(l.How, "<source"))
}

func say(category string, l egress.WebLoad, ctx rule.Context, parts ...string) rule.Finding {
	parts = append(parts, place(l, ctx), address(l))
	return rule.Say(category, egress.Behaviour{}, l.At, parts...)
}

// asks says what the browser of a reader does.
func asks(l egress.WebLoad) string {
	host := l.Host
	switch {
	case l.Name == "":
	case l.Company == "" || l.Company == l.Name || strings.Contains(l.Name, l.Company):
		host += " (" + l.Name + ")"
	default:
		host += " (" + l.Name + " of " + l.Company + ")"
	}
	if strings.HasPrefix(l.How, "a script") {
		return "a script has the address of " + host
	}
	return l.How + " makes the reader's browser ask " + host
}

func also(l egress.WebLoad) string {
	if l.More == 0 {
		return ""
	}
	return "and " + strconv.Itoa(l.More) + " more times"
}

func leak(l egress.WebLoad) string {
	if l.Host == "" {
		return "Referrer-Policy " + l.Policy + " tells every site that the page links to or loads from the whole address of the page"
	}
	return "referrer policy " + l.Policy + " of a request tells " + l.Host + " whose page it is"
}

// place names the file that holds the content, unless the finding stands there.
func place(l egress.WebLoad, ctx rule.Context) string {
	return ctx.Named("in", l.File, l.At)
}

// maxAddress is how much of an address a message shows.
const maxAddress = 120

func address(l egress.WebLoad) string {
	if len(l.URL) > maxAddress {
		return l.URL[:maxAddress] + "…"
	}
	return l.URL
}
