package token

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/url"
	"sync"
	"testing"
	"time"
)

// A proxy stands between the program and the world, on loopback. It ends TLS
// itself with a certificate of its own authority, writes down every byte it is
// sent, and answers 404, or with a redirect.
type proxy struct {
	listener net.Listener
	cert     tls.Certificate
	roots    *x509.CertPool

	mu        sync.Mutex
	redirects map[string]string // from path to URL
	hosts     []string          // asked for by CONNECT, one per connection
	bytes     []string          // of each request inside TLS
}

func newProxy(t *testing.T, hosts ...string) *proxy {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	p := &proxy{listener: listener, redirects: map[string]string{}, roots: x509.NewCertPool()}
	p.cert = certificate(t, hosts)
	p.roots.AddCert(p.cert.Leaf)
	var open sync.WaitGroup
	open.Go(func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			open.Go(func() { p.serve(conn) })
		}
	})
	t.Cleanup(func() {
		listener.Close()
		open.Wait()
	})
	return p
}

// certificate is an authority that signed itself for those hosts.
func certificate(t *testing.T, hosts []string) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	must(t, err)
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "test authority"}, DNSNames: hosts,
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	must(t, err)
	leaf, err := x509.ParseCertificate(der)
	must(t, err)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key, Leaf: leaf}
}

// serve takes one connection: CONNECT, then requests inside TLS.
func (p *proxy) serve(conn net.Conn) {
	defer conn.Close()
	connect, err := http.ReadRequest(bufio.NewReader(conn))
	if err != nil {
		return
	}
	p.mu.Lock()
	p.hosts = append(p.hosts, connect.Host)
	p.mu.Unlock()
	fmt.Fprint(conn, "HTTP/1.1 200 Connection established\r\n\r\n")
	inside := tls.Server(conn, &tls.Config{Certificates: []tls.Certificate{p.cert}})
	defer inside.Close()
	var raw bytes.Buffer
	requests := bufio.NewReader(io.TeeReader(inside, &raw))
	for {
		req, err := http.ReadRequest(requests)
		if err != nil {
			return
		}
		p.answer(inside, req, raw.String())
		raw.Reset()
	}
}

func (p *proxy) answer(w io.Writer, req *http.Request, raw string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.bytes = append(p.bytes, raw)
	if target := p.redirects[req.URL.Path]; target != "" {
		fmt.Fprintf(w, "HTTP/1.1 302 Found\r\nLocation: %s\r\nContent-Length: 0\r\n\r\n", target)
		return
	}
	fmt.Fprint(w, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
}

// log returns what was asked for and sent since the last look.
func (p *proxy) log() (hosts, bytes []string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	hosts, bytes = p.hosts, p.bytes
	p.hosts, p.bytes = nil, nil
	return hosts, bytes
}

// transport goes through the proxy and trusts its authority.
func (p *proxy) transport() *http.Transport {
	own := ownTransport()
	own.Proxy = http.ProxyURL(&url.URL{Scheme: "http", Host: p.listener.Addr().String()})
	own.TLSClientConfig = &tls.Config{RootCAs: p.roots}
	own.DisableKeepAlives = true
	return own
}
