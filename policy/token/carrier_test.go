package token

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

// A recorder is a network that keeps what it is given and says 404, or what
// answer says.
type recorder struct {
	mu       sync.Mutex
	requests []*http.Request
	answer   func(*http.Request) (*http.Response, error)
}

func (r *recorder) RoundTrip(req *http.Request) (*http.Response, error) {
	r.mu.Lock()
	r.requests = append(r.requests, req)
	r.mu.Unlock()
	if r.answer != nil {
		return r.answer(req)
	}
	return respond(req, http.StatusNotFound), nil
}

func respond(req *http.Request, status int) *http.Response {
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(strings.NewReader("")), Request: req}
}

func (r *recorder) count() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.requests)
}

// header is the token header of the i-th request.
func (r *recorder) header(i int) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.requests[i].Header.Get(HeaderName)
}

// carry sends the request through a Transport, and returns what it carried.
func carry(t *testing.T, g Grant, req *http.Request) string {
	t.Helper()
	base := &recorder{}
	resp, err := Transport(g, About{}, base).RoundTrip(req)
	must(t, err)
	resp.Body.Close()
	if _, ok := base.requests[0].Header[HeaderName]; ok && base.header(0) == "" {
		t.Error("an empty header was sent")
	}
	return base.header(0)
}

func checkCarriesToDeclaredHostsOnly(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := example()
	p.Purposes[0].Hosts = []string{"collector.example", "mirror.example:8443", "127.0.0.1:8080", "[::1]", "localhost:8080"}
	g := agree(t, w.start(p), "usage")
	for target, want := range map[string]bool{
		"https://collector.example/x":          true,
		"https://collector.example:443/":       true,
		"https://COLLECTOR.example/":           true,
		"https://mirror.example:8443/":         true,
		"http://127.0.0.1:8080/":               true,
		"http://[::1]/":                        true,
		"http://localhost:8080/":               true,
		"https://mirror.example/":              false,
		"https://collector.example:8443/":      false,
		"https://other.example/":               false,
		"https://sub.collector.example/":       false,
		"https://collector.example.evil.test/": false,
		"https://collector.example./":          false,
		"https://collector.example@evil.test/": false,
		"https://evil.test/collector.example":  false,
		"http://collector.example/":            false,
		"http://collector.example:443/":        false,
		"http://127.0.0.1:9090/":               false,
		"http://mirror.example:8443/":          false,
		"ftp://collector.example/":             false,
	} {
		if got := carry(t, g, get(t, target)) != ""; got != want {
			t.Errorf("%s: carried %v, want %v", target, got, want)
		}
	}
}

func checkCarriesNothingWhenAddressedToAnotherServer(t *testing.T) {
	t.Parallel()
	_, g := newWorld(t).agree("usage")
	req := get(t, "https://collector.example/")
	req.Host = "tenant.example" // behind the same front
	wantEqual(t, "carried", carry(t, g, req), "")
	req.Host = "collector.example"
	if carry(t, g, req) == "" {
		t.Error("carried nothing to the named host")
	}
}

func checkTransportLeavesTheRequestAlone(t *testing.T) {
	t.Parallel()
	_, g := newWorld(t).agree("usage")
	req := get(t, "https://collector.example/")
	req.Header.Set("User-Agent", "feedget")
	base := &recorder{}
	resp, err := Transport(g, About{}, base).RoundTrip(req)
	must(t, err)
	resp.Body.Close()
	wantEqual(t, "header of the caller's request", req.Header.Get(HeaderName), "")
	wantEqual(t, "user agent", base.requests[0].Header.Get("User-Agent"), "feedget")
	if base.header(0) == "" {
		t.Error("nothing was carried")
	}

	bare := &http.Request{URL: req.URL}
	if carry(t, g, bare) == "" || bare.Header != nil {
		t.Error("a request without headers was not carried, or was changed")
	}
}

func checkRedirectToAnotherHostCarriesNothing(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	p := example()
	p.Purposes[0].Hosts = []string{"collector.example", "second.example"}
	g := agree(t, w.start(p), "usage")
	for name, c := range map[string]struct {
		hops []string
		want []bool
	}{
		"same host":                     {[]string{"https://collector.example/", "https://collector.example/b"}, []bool{true, true}},
		"undeclared host":               {[]string{"https://collector.example/", "https://evil.test/"}, []bool{true, false}},
		"another declared host":         {[]string{"https://collector.example/", "https://second.example/"}, []bool{true, false}},
		"from elsewhere to a declared":  {[]string{"https://evil.test/", "https://collector.example/"}, []bool{false, false}},
		"away and back":                 {[]string{"https://collector.example/", "https://evil.test/", "https://collector.example/"}, []bool{true, false, false}},
		"down to plain HTTP":            {[]string{"https://collector.example/", "http://collector.example/"}, []bool{true, false}},
		"another port of the same host": {[]string{"https://collector.example/", "https://collector.example:8443/"}, []bool{true, false}},
	} {
		t.Run(name, func(t *testing.T) {
			base := &recorder{}
			base.answer = func(req *http.Request) (*http.Response, error) {
				resp := respond(req, http.StatusNotFound)
				if n := len(base.requests); n < len(c.hops) {
					resp.StatusCode = http.StatusFound
					resp.Header.Set("Location", c.hops[n])
				}
				return resp, nil
			}
			client := &http.Client{Transport: Transport(g, About{}, base)}
			resp, err := client.Get(c.hops[0])
			must(t, err)
			resp.Body.Close()
			for i, want := range c.want {
				if got := base.header(i) != ""; got != want {
					t.Errorf("request %d to %s: carried %v, want %v", i+1, c.hops[i], got, want)
				}
			}
		})
	}
}

func checkRequestSurvivesWhateverGoesWrongInside(t *testing.T) {
	t.Parallel()
	for name, breakIt := range map[string]func(w *world, s *Store){
		"clock panics":       func(_ *world, s *Store) { s.now = nil },
		"environment panics": func(_ *world, s *Store) { s.getenv = nil },
		"record is garbage":  func(w *world, _ *Store) { w.put(recordName, "\x00") },
		"revoked":            func(_ *world, s *Store) { s.Revoke("usage") },
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t)
			s, g := w.agree("usage")
			breakIt(w, s)
			wantEqual(t, "carried", carry(t, g, get(t, "https://collector.example/")), "")
		})
	}
	broken := errors.New("no network")
	_, g := newWorld(t).agree("usage")
	base := &recorder{answer: func(*http.Request) (*http.Response, error) { return nil, broken }}
	if resp, err := Transport(g, About{}, base).RoundTrip(get(t, "https://collector.example/")); !errors.Is(err, broken) {
		t.Errorf("got %v and %v, want the network's own error", resp, err)
	}
}

func checkTransportFollowsConsentWhileTheProcessRuns(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, g := w.agree("usage")
	first := carry(t, g, get(t, "https://collector.example/"))
	must(t, w.start(example()).Revoke("usage"))
	wantEqual(t, "after revoke", carry(t, g, get(t, "https://collector.example/")), "")
	second := carry(t, agree(t, s, "usage"), get(t, "https://collector.example/"))
	for _, old := range strings.Fields(first)[1:] {
		if strings.Contains(second, old) {
			t.Errorf("%s of the first agreement came back in the second", old[:2])
		}
	}
}

func TestTransportOverARealConnection(t *testing.T) {
	t.Parallel()
	var got http.Header
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got = r.Header }))
	defer server.Close()
	p := example()
	p.Purposes[0].Hosts = []string{strings.TrimPrefix(server.URL, "http://")}
	g := agree(t, newWorld(t).start(p), "usage")
	client := &http.Client{Transport: Transport(g, About{}, nil)}
	resp, err := client.Get(server.URL)
	must(t, err)
	resp.Body.Close()
	client.CloseIdleConnections()
	if !strings.HasPrefix(got.Get(HeaderName), "feedget/1.4 c/") {
		t.Errorf("got %q", got.Get(HeaderName))
	}
}
