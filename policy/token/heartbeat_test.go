package token

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// deaf is a network on which nobody ever answers.
func deaf(req *http.Request) (*http.Response, error) {
	<-req.Context().Done()
	return nil, req.Context().Err()
}

func beating(t *testing.T) (*world, Grant) {
	w := newWorld(t)
	_, g := w.agree(HeartbeatPurpose)
	return w, g
}

func checkHeartbeatIsOneHeadRequest(t *testing.T) {
	t.Parallel()
	_, g := beating(t)
	base := &recorder{} // which says 404
	<-Heartbeat(g, Beat{Base: base})
	wantEqual(t, "requests", base.count(), 1)
	req := base.requests[0]
	wantEqual(t, "method", req.Method, http.MethodHead)
	wantEqual(t, "url", req.URL.String(), "https://collector.example/beat")
	wantEqual(t, "header", base.header(0), Tokens(g, About{}).Reveal(g))
	wantEqual(t, "user agent", req.Header.Get("User-Agent"), "")
}

func checkHeartbeatGivesUpSoon(t *testing.T) {
	t.Parallel()
	_, g := beating(t)
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		var begun []time.Duration
		base := &recorder{answer: func(req *http.Request) (*http.Response, error) {
			begun = append(begun, time.Since(start))
			return deaf(req)
		}}
		done := Heartbeat(g, Beat{Base: base})
		wantEqual(t, "the caller waited", time.Since(start), 0)
		select {
		case <-done:
			t.Error("over before it began")
		default: // the caller goes on, and may end, while nobody has answered
		}
		<-done
		wantEqual(t, "tried for", time.Since(start), 750*time.Millisecond)
		if want := []time.Duration{0, 250 * time.Millisecond, 500 * time.Millisecond}; !slices.Equal(begun, want) {
			t.Errorf("requests began after %v, want %v", begun, want)
		}
	})
}

func checkHeartbeatTriesAgainAtOnceAfterAnError(t *testing.T) {
	t.Parallel()
	_, g := beating(t)
	synctest.Test(t, func(t *testing.T) {
		base := &recorder{answer: func(*http.Request) (*http.Response, error) { return nil, errors.New("no network") }}
		start := time.Now()
		<-Heartbeat(g, Beat{Base: base})
		wantEqual(t, "took", time.Since(start), 0)
		wantEqual(t, "requests", base.count(), 3)
	})
}

func TestHeartbeatFollowsNoRedirect(t *testing.T) {
	t.Parallel()
	_, g := beating(t)
	base := &recorder{answer: func(req *http.Request) (*http.Response, error) {
		resp := respond(req, http.StatusFound)
		resp.Header.Set("Location", "https://collector.example/elsewhere")
		return resp, nil
	}}
	<-Heartbeat(g, Beat{Base: base})
	wantEqual(t, "requests", base.count(), 1)
}

func TestHeartbeatStopsWhenRevokedMeanwhile(t *testing.T) {
	t.Parallel()
	w, g := beating(t)
	base := &recorder{answer: func(*http.Request) (*http.Response, error) {
		w.start(example()).Revoke(HeartbeatPurpose)
		return nil, errors.New("no network")
	}}
	<-Heartbeat(g, Beat{Base: base})
	wantEqual(t, "requests", base.count(), 1)
}

func checkHeartbeatSurvivesAPanicInside(t *testing.T) {
	t.Parallel()
	_, g := beating(t)
	<-Heartbeat(g, Beat{Base: &recorder{answer: func(*http.Request) (*http.Response, error) { panic("broken") }}})
}

func checkHeartbeatGoesToDeclaredHostsOnly(t *testing.T) {
	t.Parallel()
	_, g := beating(t)
	for target, want := range map[string]int{
		"https://collector.example/other": 1,
		"http://collector.example/":       0,
		"https://evil.test/":              0,
		"collector.example":               0,
		"/beat":                           0,
		"https://":                        0,
		"on":                              0,
		"%":                               0,
	} {
		base := &recorder{}
		<-Heartbeat(g, Beat{URL: target, Base: base})
		wantEqual(t, target, base.count(), want)
		if _, _, err := DryRun(g, Beat{URL: target}); (err == nil) != (want == 1) {
			t.Errorf("dry run to %s: %v", target, err)
		}
	}
}

func checkHeartbeatWithoutURL(t *testing.T) {
	t.Parallel()
	p := example()
	p.Purposes[1].URL = ""
	g := agree(t, newWorld(t).start(p), HeartbeatPurpose)
	base := &recorder{}
	<-Heartbeat(g, Beat{Base: base})
	wantEqual(t, "requests", base.count(), 0)
}

func checkHeartbeatAndUsageAreApart(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	s, usage := w.agree("usage")
	base := &recorder{}
	<-Heartbeat(usage, Beat{Base: base, URL: "https://collector.example/"})
	<-Heartbeat(s.Grant(HeartbeatPurpose), Beat{Base: base})
	wantEqual(t, "heartbeats with consent to usage alone", base.count(), 0)

	_, beat := beating(t)
	wantEqual(t, "carried with consent to heartbeats alone", carry(t, beat, get(t, "https://collector.example/")), "")
}

func checkDryRunSendsAndCreatesNothing(t *testing.T) {
	t.Parallel()
	w, g := beating(t)
	before := tree(t, w.home)
	request, pending, err := DryRun(g, Beat{Base: &recorder{answer: func(*http.Request) (*http.Response, error) {
		t.Error("something was sent")
		return nil, errors.New("no network")
	}}})
	must(t, err)
	if !slices.Equal(pending, []Kind{Client}) || !slices.Equal(tree(t, w.home), before) {
		t.Errorf("pending %v, files %v", pending, tree(t, w.home))
	}
	session, err := SessionToken(g)
	must(t, err)
	wantEqual(t, "request", request, strings.Join([]string{
		"HEAD /beat HTTP/1.1", "Host: collector.example", "Connection: close",
		"Optin-Token: feedget/1.4 " + session.Reveal(g), "", "",
	}, "\r\n"))
}

func TestOwnTransportSpeaksWhatADryRunShows(t *testing.T) {
	t.Parallel()
	if own := ownTransport(); own.Protocols.HTTP2() || !own.Protocols.HTTP1() {
		t.Error("it speaks something other than HTTP/1.1")
	}
}

// checkProxiesOfTheEnvironmentAreHonoured starts the program with HTTPS_PROXY
// and nothing else: it asks the proxy for the collector, distrusts the
// certificate that it is shown, and says nothing of it.
func checkProxiesOfTheEnvironmentAreHonoured(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.now = time.Now()
	w.agree(HeartbeatPurpose)
	p := newProxy(t, "collector.example")
	child := start(t, "beat", w.home, nil, "HTTPS_PROXY=http://"+p.listener.Addr().String(), "https_proxy=", "NO_PROXY=", "no_proxy=")
	wantEqual(t, "printed", child.output(t), "")
	hosts, requests := p.log()
	if len(hosts) == 0 || hosts[0] != "collector.example:443" || len(requests) != 0 {
		t.Errorf("asked the proxy for %v, and sent %q", hosts, requests)
	}
}
