package web_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/optincheck/optincheck/analyzers/egress/internal/web"
)

// brief shows what is loaded; a mention ends in a question mark.
func brief(c web.Content) (lines []string) {
	for _, l := range c.Loads {
		line := fmt.Sprintf("%d: %s %s", l.Line, l.How, l.URL)
		if len(l.If) > 0 {
			line += " if " + strings.Join(l.If, ", ")
		}
		if l.Mention {
			line += "?"
		}
		lines = append(lines, line)
	}
	for _, p := range c.Policies {
		lines = append(lines, fmt.Sprintf("%d: policy %s", p.Line, p.Value))
	}
	return lines
}

func TestHTML(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"a script", `<script src="https://a.example.org/x.js"></script>`, []string{"1: <script src> https://a.example.org/x.js"}},
		{"without scheme and quotes", `<img src=//a.example.org/x>`, []string{"1: <img src> //a.example.org/x"}},
		{"an address with entities", `<img src="https://a.example.org/x?a=1&amp;b=2">`, []string{"1: <img src> https://a.example.org/x?a=1&b=2"}},
		{"the line of the attribute", "<p>\n<img\n  alt=x\n  src='https://a.example.org/x'>", []string{"4: <img src> https://a.example.org/x"}},
		{"several pictures", `<img srcset="a.png 1x, https://a.example.org/b.png 2x">`, []string{"1: <img srcset> https://a.example.org/b.png"}},
		{"a style", "<style>\nbody { background: url(https://a.example.org/x) }</style>", []string{"2: url() https://a.example.org/x"}},
		{"the style of an element", `<p style="background: url('https://a.example.org/x')">`, []string{"1: url() https://a.example.org/x"}},
		{"a script within", "<script>\nfetch('https://a.example.org/x')</script>", []string{"2: fetch https://a.example.org/x"}},
		{"a handler", `<body onload="new Image().src='https://a.example.org/x'">`, []string{"1: src https://a.example.org/x"}},
		{"data for a script", `<script type="application/ld+json">{"a":"https://a.example.org/x"}</script>`, nil},
		{"an import map", `<script type="importmap">{"imports":{"a":"https://a.example.org/x"}}</script>`, []string{"1: import https://a.example.org/x"}},
		{"without scripts", `<noscript><img src="https://a.example.org/x"></noscript>`, []string{"1: <img src> https://a.example.org/x"}},
		{"connecting before", `<link rel="preconnect" href="https://a.example.org">`, []string{"1: <link href> https://a.example.org"}},
		{"what a page is about", `<link rel="canonical" href="https://a.example.org"><meta property="og:image" content="https://a.example.org/x">`, nil},
		{"a link", `<a href="https://a.example.org">x</a>`, nil},
		{"a link that tells", `<a href="/x" ping="https://a.example.org/p /q">x</a>`, []string{"1: <a ping> https://a.example.org/p"}},
		{"a base elsewhere", `<base href="https://a.example.org/"><img src="x.png"><img src="data:x"><img src="/y">`, []string{"1: <img src> https://a.example.org/", "1: <img src> https://a.example.org/"}},
		{"a comment", `<!-- <img src="https://a.example.org/x"> -->`, nil},
		{"relative", `<img src="/x"><script src="x.js"></script>`, nil},
		{"a name of the own network", `<img src="http://printer/x">`, nil},
		{"a policy", "<p>\n<meta name=Referrer content='Unsafe-URL'>", []string{"2: policy unsafe-url"}},
		{"text", `<p>see https://a.example.org/x or "https://a.example.org/y"`, nil},
		{"broken", `<img src="https://a.example.org/x`, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, brief(web.Scan(web.HTML, test.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTemplates(t *testing.T) {
	const pixel = `<img src="https://a.example.org/x">`
	found := []string{"1: <img src> https://a.example.org/x"}
	where := func(fields string) []string { return []string{found[0] + " if " + fields} }
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"no condition", `{{.Title}}` + pixel, found},
		{"where something is set", `{{if .ID}}` + pixel + `{{end}}`, where("ID")},
		{"trimmed", `{{- if .ID -}}` + pixel + `{{- end -}}`, where("ID")},
		{"where several are set", `{{if and .On .ID}}` + pixel + `{{end}}`, where("On, ID")},
		{"where one of several is set", `{{if or .On .ID}}` + pixel + `{{end}}`, nil},
		{"with something set", `{{with $x := .Site.ID}}` + pixel + `{{end}}`, where("ID")},
		{"unless something is set", `{{if not .Off}}` + pixel + `{{end}}`, found},
		{"else", `{{if .Off}}{{else}}` + pixel + `{{end}}`, found},
		{"else of a refusal", `{{if not .Off}}{{else}}` + pixel + `{{end}}`, nil},
		{"else if set", `{{if .A}}{{else if .B}}` + pixel + `{{end}}`, where("B")},
		{"else of both", `{{if .A}}{{else if .B}}{{else}}` + pixel + `{{end}}`, found},
		{"compared", `{{if ne .Mode "off"}}` + pixel + `{{end}}`, found},
		{"within", `{{if .ID}}{{if not .Off}}` + pixel + `{{end}}{{end}}`, where("ID")},
		{"within two", `{{if .ID}}{{if .On}}` + pixel + `{{end}}{{end}}`, where("On, ID")},
		{"behind", `{{if .ID}}{{end}}` + pixel, found},
		{"a list", `{{range .Pages}}` + pixel + `{{end}}`, found},
		{"a template of its own", `{{define "x"}}` + pixel + `{{end}}`, found},
		{"with everything", `{{with .}}` + pixel + `{{end}}`, found},
		{"quotes in an action", `<p title="{{index .M "a>b"}}">` + pixel, found},
		{"of another language", `{{#if id}}` + pixel + `{{/if}}`, nil},
		{"filled in", `<img src="https://a.example.org/{{.ID}}/x">`, []string{"1: <img src> https://a.example.org/*/x"}},
		{"a host filled in", `<img src="https://{{.Host}}/x"><img src="{{.URL}}">`, nil},
		{"a part of a host filled in", `<script src="//{{.Name}}.a.example.org/x"></script>`, []string{"1: <script src> //*.a.example.org/x"}},
		{"no action", `{{ ` + pixel, found},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, brief(web.Scan(web.HTML, test.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestCSS(t *testing.T) {
	for text, want := range map[string][]string{
		`@import "https://a.example.org/x.css";`:                                               {"1: @import https://a.example.org/x.css"},
		"\n@import url( 'https://a.example.org/x.css' );":                                      {"2: @import https://a.example.org/x.css"},
		"@font-face{font-family:x;src:url(//a.example.org/x.woff2) format(\"woff2\")}":         {"1: url() //a.example.org/x.woff2"},
		"/* url(https://a.example.org/x) */ a{}":                                               nil,
		"/* a */ a{background:url(https://a.example.org/x)} /* b */":                           {"1: url() https://a.example.org/x"},
		"@namespace svg url(http://www.w3.org/2000/svg);":                                      nil,
		"a{background:url(data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'/>)}": nil,
		"a{background:url(/x)}/*! https://a.example.org */":                                    nil,
		"a{background:url(http://localhost:8080/x)}":                                           {"1: url() http://localhost:8080/x"},
	} {
		if diff := cmp.Diff(want, brief(web.Scan(web.CSS, text))); diff != "" {
			t.Errorf("%s:\n%s", text, diff)
		}
	}
}

func TestScripts(t *testing.T) {
	for text, want := range map[string][]string{
		`fetch("https://a.example.org/x")`:                                          {"1: fetch https://a.example.org/x"},
		"await fetch( `https://a.example.org/${id}` )":                              {"1: fetch https://a.example.org/*"},
		`navigator.sendBeacon('https://a.example.org/x', d)`:                        {"1: sendBeacon https://a.example.org/x"},
		`s.src = "//a.example.org/x.js"`:                                            {"1: src //a.example.org/x.js"},
		`import x, {y} from "https://a.example.org/x.js"`:                           {"1: import https://a.example.org/x.js"},
		`import("https://a.example.org/x.js")`:                                      {"1: import https://a.example.org/x.js"},
		`importScripts("https://a.example.org/x.js")`:                               {"1: importScripts https://a.example.org/x.js"},
		`new WebSocket("wss://a.example.org/x")`:                                    {"1: WebSocket wss://a.example.org/x"},
		`r.open("GET", "https://a.example.org/x")`:                                  {"1: open https://a.example.org/x"},
		`window.open("https://a.example.org/x")`:                                    {"1: a script https://a.example.org/x?"},
		`location.href = "https://a.example.org/x"`:                                 {"1: a script https://a.example.org/x?"},
		`const there = "https://a.example.org/x"; other(); fetch(there)`:            {"1: fetch https://a.example.org/x"},
		`class A { url = "https://a.example.org/x"; get() { fetch(this.url) }}`:     {"1: fetch https://a.example.org/x"},
		`const there = "https://a.example.org/x"; fetch(x.there); fetch(elsewhere)`: {"1: a script https://a.example.org/x?"},
		`refetch2("https://a.example.org/x")`:                                       {"1: a script https://a.example.org/x?"},
		`// fetch("https://a.example.org/x")`:                                       nil,
		"/**\n * fetch(\"https://a.example.org/x\")\n */":                           nil,
		`a = b // 2`:                       nil,
		`fetch("/x"); fetch(base + "//x")`: nil,
		`fetch("https://a.example.org/x", {referrerPolicy: "unsafe-url"})`: {"1: fetch https://a.example.org/x", "1: policy unsafe-url"},
	} {
		if diff := cmp.Diff(want, brief(web.Scan(web.Script, text))); diff != "" {
			t.Errorf("%s:\n%s", text, diff)
		}
	}
}

func TestSniff(t *testing.T) {
	for text, want := range map[string]web.Kind{
		`<p><img src=x></p>`:                  web.HTML,
		`window.x = 1`:                        web.Script,
		`@font-face { src: url(x) }`:          web.CSS,
		`https://a.example.org/x?y={z}`:       web.None,
		`SELECT a FROM b WHERE c < '//x.y/z'`: web.None,
	} {
		if got := web.Sniff(text); got != want {
			t.Errorf("%s: got %d, want %d", text, got, want)
		}
	}
}

// No text makes the scanners fail, or find what is not in it.
func FuzzScan(f *testing.F) {
	f.Add(`<img src="https://a.example.org/{{.X}}"><script>fetch("//b.example.org/x")</script><style>@import "//c.example.org"</style>`)
	f.Add("{{if not .X}}<a ping='//a.example.org'>{{else if .Y}}{{end}}{{end}}")
	f.Fuzz(func(t *testing.T, text string) {
		for _, kind := range []web.Kind{web.HTML, web.CSS, web.Script, web.Sniff(text)} {
			for _, l := range web.Scan(kind, text).Loads {
				if l.Host == "" || l.Line < 1 || l.Line > strings.Count(text, "\n")+1 {
					t.Errorf("%+v", l)
				}
			}
		}
	})
}

// bundle is 10 MB of a script as bundlers write it, on one line.
func bundle() string {
	const piece = `function(e,t,n){"use strict";Object.defineProperty(t,"__esModule",{value:!0});var r=n(123),o="http://www.w3.org/2000/svg",` +
		`i={a:{b:1,c:[2,3]},u:"https://docs.example.org/errors/#"+e};throw Error("Minified error; see https://errors.example.org/?"+r)},`
	return strings.Repeat(piece, 10<<20/len(piece))
}

func BenchmarkBundle(b *testing.B) {
	text := bundle()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		web.Scan(web.Script, text)
	}
}

func BenchmarkPage(b *testing.B) {
	text := "<html><script>" + bundle() + "</script></html>"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		web.Scan(web.HTML, text)
	}
}
