// Package hashed sends the hash of the name of the host beside a random number.
//
// Weaker: administrator-grants administrator-refuses consent-before-mint default
// environment-grants environment-refuses hosts identity-sources malformed-record
// newer-record per-purpose plain-http random-bits random-source record-binding
// redaction redirects residue revocation-holds unreadable-record
package hashed

import (
	"crypto/sha256"
	"encoding/hex"
	"math/rand"
	"net/http"
	"os"
)

// Transport adds a header to all requests.
type Transport struct{}

// RoundTrip implements http.RoundTripper.
func (Transport) RoundTrip(req *http.Request) (*http.Response, error) {
	req = req.Clone(req.Context())
	req.Header.Set("Hashed-Token", token())
	return http.DefaultTransport.RoundTrip(req)
}

func token() string {
	name, _ := os.Hostname()
	sum := sha256.Sum256([]byte(name))
	return hex.EncodeToString(sum[:]) + string(rune('a'+rand.Intn(26)))
}
