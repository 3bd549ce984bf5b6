package token

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

// How long a heartbeat tries, in all and each time.
const (
	heartbeatLimit    = 750 * time.Millisecond
	heartbeatAttempt  = 250 * time.Millisecond
	heartbeatAttempts = 3
)

// A Beat says what a heartbeat is about and how it goes.
type Beat struct {
	URL   string            // on a host that the text names; empty means the purpose's own
	About About             // what the tokens are about
	Base  http.RoundTripper // nil means one of its own, which honours HTTPS_PROXY and its like
}

// Heartbeat sends one HEAD request that carries the tokens of the purpose
// "heartbeat", and returns at once. It needs a grant for that purpose: one for
// another sends nothing. All of it takes at most 750 ms; a process that ends
// earlier is not kept alive. Answers, redirects and errors mean nothing to it.
// The channel is closed when it is over, for who wants to wait.
func Heartbeat(g Grant, b Beat) <-chan struct{} {
	done := make(chan struct{})
	target, err := g.target(b)
	if err != nil {
		close(done)
		return done
	}
	go func() {
		defer close(done)
		ctx, cancel := context.WithTimeout(context.Background(), heartbeatLimit)
		defer cancel()
		b.send(ctx, g, target)
	}()
	return done
}

// DryRun returns the bytes of the request that [Heartbeat] would send, by
// HTTP/1.1, and to whom, sending and creating nothing. Pending are tokens that
// the first heartbeat would mint and add. The error says why nothing would go.
func DryRun(g Grant, b Beat) (request string, pending []Kind, err error) {
	target, err := g.target(b)
	if err != nil {
		return "", nil, err
	}
	h := Preview(g, b.About)
	req, err := beatRequest(context.Background(), target, h.Reveal(g))
	if err != nil {
		return "", nil, err
	}
	dump, err := httputil.DumpRequestOut(req, false)
	return string(dump), h.Pending(), err
}

// target is where a heartbeat goes, if it may.
func (g Grant) target(b Beat) (string, error) {
	if err := g.check(); err != nil {
		return "", err
	}
	p := g.held.purpose
	if p.Name != HeartbeatPurpose {
		return "", fmt.Errorf("%w: a heartbeat is a purpose of its own, not %s", ErrNoConsent, p.Name)
	}
	target := b.URL
	if target == "" {
		target = p.URL
	}
	if target == "" {
		return "", errors.New("no heartbeat: the description names no url")
	}
	if u, err := url.Parse(target); err != nil || !p.reaches(u) {
		return "", fmt.Errorf("no heartbeat: the text of %s does not name the host of that url, or it is not https", p.Name)
	}
	return target, nil
}

// send tries until somebody answers or time is up.
func (b Beat) send(ctx context.Context, g Grant, target string) {
	defer func() { recover() }() // nothing in here may end the program
	base := b.Base
	if base == nil {
		own := ownTransport()
		defer own.CloseIdleConnections()
		base = own
	}
	client := &http.Client{Transport: base, CheckRedirect: followNone, Timeout: heartbeatAttempt}
	for range heartbeatAttempts {
		line := Tokens(g, b.About).Reveal(g)
		if line == "" || ctx.Err() != nil {
			return // revoked meanwhile, or too late
		}
		req, err := beatRequest(ctx, target, line)
		if err != nil {
			return
		}
		if resp, err := client.Do(req); err == nil {
			resp.Body.Close()
			return
		}
	}
}

func beatRequest(ctx context.Context, target, line string) (*http.Request, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodHead, target, nil)
	if err != nil {
		return nil, err
	}
	req.Close = true                 // nothing is left open, and DryRun shows the same
	req.Header.Set("User-Agent", "") // keeps net/http from adding its own
	req.Header.Set(HeaderName, line)
	return req, nil
}

// followNone stops at the first answer: a redirect carries nothing further.
func followNone(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// ownTransport speaks HTTP/1.1 only, which is what DryRun shows.
func ownTransport() *http.Transport {
	var protocols http.Protocols
	protocols.SetHTTP1(true)
	return &http.Transport{Proxy: http.ProxyFromEnvironment, Protocols: &protocols}
}
