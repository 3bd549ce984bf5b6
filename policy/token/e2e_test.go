package token

import (
	"net/http"
	"slices"
	"strings"
	"testing"
)

// A feedget is the program as a user starts it: it fetches a feed, which is
// its work, reports its use and says that it was started, if it may.
type feedget struct {
	t     *testing.T
	proxy *proxy
	store *Store
}

// fetch gets a URL for the user.
func (f *feedget) fetch(target string) {
	f.t.Helper()
	base := f.proxy.transport()
	defer base.CloseIdleConnections()
	client := &http.Client{Transport: Transport(f.store.Grant("usage"), About{}, base)}
	req := get(f.t, target)
	req.Header.Set("User-Agent", "feedget")
	resp, err := client.Do(req)
	must(f.t, err)
	resp.Body.Close()
}

// beat says that the program was started.
func (f *feedget) beat() {
	base := f.proxy.transport()
	defer base.CloseIdleConnections()
	<-Heartbeat(f.store.Grant(HeartbeatPurpose), Beat{Base: base})
}

func fetched(path, host, header string) string {
	lines := []string{"GET " + path + " HTTP/1.1", "Host: " + host, "User-Agent: feedget"}
	if header != "" {
		lines = append(lines, HeaderName+": "+header)
	}
	return strings.Join(append(lines, "Accept-Encoding: gzip", "Connection: close", "", ""), "\r\n")
}

// TestEndToEnd follows a user from the fresh install to taking consent back.
// The proxy's log is all that left the machine.
func TestEndToEnd(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := newProxy(t, "collector.example", "second.example")
	p.redirects["/moved"] = "https://second.example/feed"
	f := &feedget{t, p, w.start(example())}

	wantSent := func(when string, want ...string) {
		t.Helper()
		if _, got := p.log(); !slices.Equal(got, want) {
			t.Errorf("%s the program sent\n%q\nwant\n%q", when, got, want)
		}
	}
	wantFiles := func(when string, want ...string) {
		t.Helper()
		if got := tree(t, w.home); !slices.Equal(got, want) {
			t.Errorf("%s there is %v, want %v", when, got, want)
		}
	}

	f.beat()
	if hosts, _ := p.log(); len(hosts) != 0 {
		t.Errorf("before the grant a connection was made to %v", hosts)
	}
	f.fetch("https://collector.example/feed")
	wantSent("before the grant", fetched("/feed", "collector.example", ""))
	wantFiles("before the grant")

	usage := agree(t, f.store, "usage")
	f.fetch("https://collector.example/feed")
	line := Tokens(usage, About{}).Reveal(usage)
	wantSent("after the grant", fetched("/feed", "collector.example", line))
	parts := strings.Fields(line)
	if len(parts) != 3 || parts[0] != "feedget/1.4" || parts[1] != "c/"+value(usage) || !strings.HasPrefix(parts[2], "s/") {
		t.Errorf("the header is %q", line)
	}
	f.beat()
	wantSent("with consent to usage alone, for a heartbeat,")

	f.fetch("https://collector.example/moved")
	wantSent("when redirected to a second host", fetched("/moved", "collector.example", line),
		strings.Replace(fetched("/feed", "second.example", ""), "User-Agent: feedget\r\n", "User-Agent: feedget\r\nReferer: https://collector.example/moved\r\n", 1))
	f.fetch("https://second.example/feed")
	wantSent("to a second host", fetched("/feed", "second.example", ""))

	beat := agree(t, f.store, HeartbeatPurpose)
	f.beat()
	request, _, err := DryRun(beat, Beat{})
	must(t, err)
	wantSent("as a heartbeat", request)

	must(t, f.store.Revoke(HeartbeatPurpose))
	wantFiles("after revoking heartbeats", "feedget", "feedget/optin", "feedget/optin/usage",
		"feedget/optin/usage/client.1", "feedget/optin/usage/"+recordName)
	must(t, f.store.Revoke("usage"))
	wantFiles("after revoking")
	f.beat()
	if hosts, _ := p.log(); len(hosts) != 0 {
		t.Errorf("after revoking a connection was made to %v", hosts)
	}
	f.fetch("https://collector.example/feed")
	wantSent("after revoking", fetched("/feed", "collector.example", ""))
	wantFiles("after fetching again")
}
