package world

import (
	"testing"
)

func TestSinkOf(t *testing.T) {
	w := mustLoad(t)
	tests := []struct {
		symbol string
		want   Sink
		ok     bool
	}{
		{"net:Dial", Sink{"net:Dial", "dial", false, Dest{InAddr, 1, ""}, 0}, true},
		{"net:Dialer.DialContext", Sink{"net:Dialer.DialContext", "dial", false, Dest{InAddr, 2, ""}, 1}, true},
		{"net/http:Client.Do", Sink{"net/http:Client.Do", "http", false, Dest{InRequest, 0, ""}, -1}, true},
		{"net/http:RoundTripper.RoundTrip", Sink{"net/http:RoundTripper.RoundTrip", "http", true, Dest{InRequest, 0, ""}, -1}, true},
		{"net:Conn.Write", Sink{"net:Conn.Write", "dial", true, Dest{InReceiver, -1, ""}, -1}, true},
		{"net/http/httputil:ReverseProxy.ServeHTTP", Sink{"net/http/httputil:ReverseProxy.ServeHTTP", "http", false, Dest{InField, -1, "Director"}, -1}, true},
		{"net:Listen", Sink{}, false},
		{"net:DialUnix", Sink{}, false},
		{"net/http:NewRequest", Sink{}, false},
		{"net/http:Error", Sink{}, false},
		{"net/http:ListenAndServe", Sink{}, false},
		{"log/syslog:New", Sink{}, false},
	}
	for _, tt := range tests {
		if got, ok := w.Sink(tt.symbol); got != tt.want || ok != tt.ok {
			t.Errorf("Sink(%s) = %+v, %t; want %+v, %t", tt.symbol, got, ok, tt.want, tt.ok)
		}
	}
}

func TestLocalDestinations(t *testing.T) {
	for _, s := range []string{"", "unix", "unixgram", "unixpacket"} {
		if !Local(s) {
			t.Errorf("network %q leaves the machine", s)
		}
	}
	for _, s := range []string{"tcp", "udp4", "ip:icmp"} {
		if Local(s) {
			t.Errorf("network %q stays on the machine", s)
		}
	}
	for _, s := range []string{"localhost", "localhost:80", "127.0.0.1", "127.1.2.3:80", "::1", "[::1]:80", ":8080", "0.0.0.0:1", "app.localhost", "LOCALHOST."} {
		if !Loopback(s) {
			t.Errorf("address %q leaves the machine", s)
		}
	}
	for _, s := range []string{"", "*", "*:80", "example.org", "localhost.example.org", "127.0.0.1.example.org", "10.0.0.1", "[2001:db8::1]:80"} {
		if Loopback(s) {
			t.Errorf("address %q stays on the machine", s)
		}
	}
}

func TestExecClient(t *testing.T) {
	w := mustLoad(t)
	tests := []struct {
		args       []string
		kind, host string
		sink       bool
	}{
		{[]string{"curl", "-o", "f", "https://example.org:8443/f"}, "http", "example.org", true},
		{[]string{"/usr/bin/curl", "--silent", "*"}, "http", "*", true},
		{[]string{`C:\Windows\System32\curl.exe`, "https://example.org"}, "http", "example.org", true},
		{[]string{"curl", "http://127.0.0.1:9000/"}, "http", "127.0.0.1", false},
		{[]string{"curl", "file:///etc/hosts"}, "http", "", false},
		{[]string{"curl"}, "http", "", false},
		{[]string{"ssh", "-p", "22", "me@example.org", "uptime"}, "dial", "example.org", true},
		{[]string{"scp", "*", "f"}, "dial", "*", true},
		{[]string{"rsync", "-a", "/a", "/b"}, "dial", "", false},
		{[]string{"git", "-C", "d", "clone", "git@example.org:r.git"}, "http", "example.org", true},
		{[]string{"git", "push"}, "http", "", true},
		{[]string{"git", "*"}, "http", "", false},
		{[]string{"git", "rev-parse", "HEAD"}, "http", "", false},
		{[]string{"go", "mod", "download", "example.org/m@latest"}, "http", "proxy.golang.org", true},
		{[]string{"go", "env", "GOPATH"}, "http", "", false},
		{[]string{"dig", "+short", "@9.9.9.9", "-t", "TXT", "v.example.org"}, "lookup", "v.example.org", true},
		{[]string{"nc", "-lk", "8080"}, "dial", "", false},
		{[]string{"xdg-open", "https://example.org"}, "browser", "example.org", false},
		{[]string{"sh", "-c", "cd /tmp && FOO=1 curl -s 'https://example.org/x' | tar x"}, "http", "example.org", true},
		{[]string{"sh", "-c", "*"}, "", "", false},
		{[]string{"sh", "install.sh"}, "", "", false},
		{[]string{"cmd", "/c", "curl", "https://example.org"}, "http", "example.org", true},
		{[]string{"sudo", "-n", "env", "A=b", "timeout", "5", "wget", "https://example.org"}, "http", "example.org", true},
		{[]string{"sudo"}, "", "", false},
		{[]string{"ls", "-l"}, "", "", false},
		{[]string{"*", "https://example.org"}, "", "", false},
		{nil, "", "", false},
	}
	for _, tt := range tests {
		kind, host, sink := w.ExecClient(tt.args)
		if kind != tt.kind || host != tt.host || sink != tt.sink {
			t.Errorf("ExecClient(%q) = %q, %q, %t; want %q, %q, %t", tt.args, kind, host, sink, tt.kind, tt.host, tt.sink)
		}
	}
}

func TestSDKWhateverItsVersion(t *testing.T) {
	w := mustLoad(t)
	tests := []struct{ path, sdk string }{
		{"github.com/getsentry/sentry-go", "github.com/getsentry/sentry-go"},
		{"github.com/getsentry/sentry-go/http", "github.com/getsentry/sentry-go"},
		{"github.com/segmentio/analytics-go/v3", "github.com/segmentio/analytics-go"},
		{"gopkg.in/segmentio/analytics-go.v3", "gopkg.in/segmentio/analytics-go"},
		{"github.com/newrelic/go-agent/v3/newrelic", "github.com/newrelic/go-agent"},
		{"gopkg.in/DataDog/dd-trace-go.v1/ddtrace/tracer", "gopkg.in/DataDog/dd-trace-go"},
		{"example.org/m/vendor/github.com/posthog/posthog-go", "github.com/posthog/posthog-go"},
		{"golang.org/x/telemetry/counter", "golang.org/x/telemetry"},
		{"github.com/getsentry/sentry-gopher", ""},
		{"github.com/getsentry", ""},
		{"example.org/v2", ""},
		{"net/http", ""},
	}
	for _, tt := range tests {
		got := ""
		if sdk, ok := w.SDK(tt.path); ok {
			got = sdk.Path
		}
		if got != tt.sdk {
			t.Errorf("SDK(%s) = %q; want %q", tt.path, got, tt.sdk)
		}
	}
}

// Each sending function and constructor of the data is found by its symbol,
// with its own purpose or that of its SDK.
func TestSDKEntries(t *testing.T) {
	w := mustLoad(t)
	for symbol, want := range w.sends {
		if got, ok := w.SDKSend(symbol); !ok || got != want || got.Purpose == "" || got.SDK == nil {
			t.Errorf("SDKSend(%s) = %+v, %t", symbol, got, ok)
		}
	}
	for symbol, want := range w.inits {
		if got, ok := w.SDKInit(symbol); !ok || got != want || got.SDK == nil {
			t.Errorf("SDKInit(%s) = %+v, %t", symbol, got, ok)
		}
	}
	purposes := map[string]string{
		"github.com/hashicorp/go-checkpoint:Check":                                    "update",
		"github.com/hashicorp/go-checkpoint:Report":                                   "usage",
		"github.com/bugsnag/bugsnag-go/v2:Notify":                                     "crash",
		"github.com/google/go-github/v66/github:RepositoriesService.GetLatestRelease": "update",
		"github.com/google/go-github/v66/github:RepositoriesService.Get":              "",
		"github.com/hashicorp/go-checkpoint:ReportRequest":                            "",
	}
	for symbol, want := range purposes {
		if got, _ := w.SDKSend(symbol); got.Purpose != want {
			t.Errorf("SDKSend(%s) is for %q; want %q", symbol, got.Purpose, want)
		}
	}
	dsn, _ := w.SDKInit("github.com/getsentry/sentry-go:Init")
	if dsn.Arg != 0 || dsn.Field != "Dsn" || dsn.Env != "SENTRY_DSN" {
		t.Errorf("sentry's Init is off with an empty %+v; want argument 0, field Dsn, SENTRY_DSN", dsn)
	}
}

// The longest entry of a host counts, and unknown pieces match no name.
func TestHost(t *testing.T) {
	w := mustLoad(t)
	tests := []struct{ host, class string }{
		{"o1.ingest.sentry.io:443", "collector"},
		{"*.posthog.com", "collector"},
		{"API.Segment.IO", "collector"},
		{"checkpoint-api.hashicorp.com", "update"},
		{"8.8.8.8:53", "infrastructure"},
		{"*", ""},
		{"", ""},
		{"api.github.com", ""},
		{"notsentry.io", ""},
	}
	for _, tt := range tests {
		if got, ok := w.Host(tt.host); got.Class != tt.class || ok != (tt.class != "") {
			t.Errorf("Host(%q) = %+v, %t; want class %q", tt.host, got, ok, tt.class)
		}
	}
}

// Of several shapes the most telling counts; the shape without case, scheme,
// port and query.
func TestURL(t *testing.T) {
	w := mustLoad(t)
	tests := []struct{ url, purpose string }{
		{"https://checkpoint-api.hashicorp.com/v1/check/*", "update"},
		{"https://checkpoint-api.hashicorp.com/v1/telemetry/*", "usage"},
		{"https://updates.example.org/telemetry", "usage"},
		{"HTTP://Updates.Example.ORG:8080/?x=1", "update"},
		{"https://user:pw@api.github.com/repos/*/releases/latest", "update"},
		{"*", ""},
		{"https://*/*", ""},
		{"", ""},
		{"https://example.org/api/version", ""},
		{"https://example.org/stats", ""},
		{"https://example.org/report", ""},
		{"https://example.org/search?q=/telemetry/", ""},
	}
	for _, tt := range tests {
		if got, shape, ok := w.URL(tt.url); got != tt.purpose || ok != (shape != "") {
			t.Errorf("URL(%q) = %q by %q; want %q", tt.url, got, shape, tt.purpose)
		}
	}
}
