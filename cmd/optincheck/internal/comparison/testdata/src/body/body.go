// Package body sends its token in the address and in the body of requests, to
// everybody's surprise.
//
// Weaker: administrator-grants administrator-refuses carrier
// consent-before-mint default environment-grants environment-refuses
// heartbeat-background heartbeat-consent heartbeat-method heartbeat-time
// malformed-record newer-record per-purpose record-binding redaction redirects
// residue revocation-holds unreadable-record
package body

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"net/url"
)

type event struct {
	ID   string
	Name string
}

func session() string {
	b := make([]byte, 16)
	rand.Read(b)
	return hex.EncodeToString(b)
}

// Count counts something.
func Count(name string) error {
	text, err := json.Marshal(event{session(), name})
	if err != nil {
		return err
	}
	_, err = http.Post("https://stats.example/event", "application/json", bytes.NewReader(text))
	return err
}

// Visit counts a visit.
func Visit() error {
	_, err := http.Get("https://stats.example/visit?id=" + url.QueryEscape(session()))
	return err
}
