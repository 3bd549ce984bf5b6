package token

import (
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"slices"
	"strings"
)

// Transport returns a RoundTripper that adds the tokens of the grant's purpose
// to requests for the hosts that its text names, and passes all others on as
// they are: other hosts, plain HTTP except to this machine, and whatever a
// redirect sent to another host, be it a named one. Base nil means
// http.DefaultTransport.
//
// Consent is looked up for every request. Without it, and when the tokens
// cannot be had, requests go out as they came: never an error, never an empty
// header. For the zero Grant, and for a heartbeat's, Transport returns base.
func Transport(g Grant, about About, base http.RoundTripper) http.RoundTripper {
	if base == nil {
		base = http.DefaultTransport
	}
	if g.held == nil || g.held.purpose.Name == HeartbeatPurpose {
		return base
	}
	return &carrier{g, about, base}
}

type carrier struct {
	grant Grant
	about About
	base  http.RoundTripper
}

// RoundTrip implements http.RoundTripper.
func (c *carrier) RoundTrip(req *http.Request) (*http.Response, error) {
	if line := c.line(req); line != "" {
		req = req.Clone(req.Context()) // a RoundTripper must not change the request
		if req.Header == nil {
			req.Header = http.Header{}
		}
		req.Header.Set(HeaderName, line)
	}
	return c.base.RoundTrip(req)
}

// CloseIdleConnections lets http.Client.CloseIdleConnections reach the base.
func (c *carrier) CloseIdleConnections() {
	if base, ok := c.base.(interface{ CloseIdleConnections() }); ok {
		base.CloseIdleConnections()
	}
}

// line is what the request is to carry, or "". The request is somebody's work:
// no fault in here, or in a Config's functions, may stop it.
func (c *carrier) line(req *http.Request) (line string) {
	defer func() {
		if recover() != nil {
			line = ""
		}
	}()
	if !c.grant.held.purpose.reachedBy(req) || redirectedFromElsewhere(req) {
		return ""
	}
	return Tokens(c.grant, c.about).Reveal(c.grant)
}

// reachedBy reports whether the request goes to a host that the text names,
// and is addressed to it too: behind one address there may be many servers.
func (p Purpose) reachedBy(req *http.Request) bool {
	if req.URL == nil || !p.reaches(req.URL) {
		return false
	}
	return req.Host == "" || p.reaches(&url.URL{Scheme: req.URL.Scheme, Host: req.Host})
}

// reaches reports whether the URL is of a named host, and safe on its way.
func (p Purpose) reaches(u *url.URL) bool {
	switch {
	case u.Scheme == "https":
	case u.Scheme == "http" && isLoopback(u.Hostname()):
	default:
		return false
	}
	return slices.ContainsFunc(p.Hosts, func(host string) bool {
		return authority(u) == authority(&url.URL{Scheme: u.Scheme, Host: host})
	})
}

// authority is the URL's host and port, spelt in one way.
func authority(u *url.URL) string {
	port := u.Port()
	switch {
	case port != "":
	case u.Scheme == "http":
		port = "80"
	default:
		port = "443"
	}
	return net.JoinHostPort(strings.ToLower(u.Hostname()), port)
}

// isLoopback reports whether the host is this machine by its own spelling;
// nothing is looked up.
func isLoopback(host string) bool {
	addr, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && addr.IsLoopback()
}

// redirectedFromElsewhere reports whether another host sent the request here.
func redirectedFromElsewhere(req *http.Request) bool {
	for r := req.Response; r != nil && r.Request != nil; r = r.Request.Response {
		if authority(r.Request.URL) != authority(req.URL) {
			return true
		}
	}
	return false
}
