// Package events sends error events to a Sentry server.
package events

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"runtime"
	"runtime/debug"
	"time"
)

var hostname, _ = os.Hostname() // audit-finding: identity/host-identity // vet-finding: identity/host-identity@../main.go

// A Client sends to one project. The nil Client is silent.
type Client struct {
	endpoint, key string
	http          *http.Client
}

// New returns the client of a project, or nil if the DSN is empty or bad.
func New(dsn string) *Client {
	u, err := url.Parse(dsn)
	if err != nil || u.Host == "" || u.User == nil {
		return nil
	}
	return &Client{
		endpoint: u.Scheme + "://" + u.Host + "/api" + u.Path + "/store/",
		key:      u.User.Username(),
		http:     &http.Client{Timeout: 5 * time.Second},
	}
}

// An event is one crash.
type event struct {
	ID         string    `json:"event_id"`
	Time       time.Time `json:"timestamp"`
	Message    string    `json:"message"`
	Stack      string    `json:"stacktrace"`
	ServerName string    `json:"server_name"`
	OS         string    `json:"os"`
}

// Recover reports a panic, and goes on with it.
func (c *Client) Recover() {
	v := recover()
	if v == nil {
		return
	}
	c.capture(event{
		ID: rand.Text(), Time: time.Now(), Message: fmt.Sprint(v), Stack: string(debug.Stack()), // audit-finding: identity/host-identity // vet-finding: identity/host-identity@../main.go
		ServerName: hostname, OS: runtime.GOOS,
	})
	panic(v)
}

func (c *Client) capture(e event) {
	if c == nil {
		return
	}
	body, err := json.Marshal(e)
	if err != nil {
		return
	}
	req, err := http.NewRequest(http.MethodPost, c.endpoint, bytes.NewReader(body))
	if err != nil {
		return
	}
	req.Header.Set("X-Sentry-Auth", "Sentry sentry_version=7, sentry_key="+c.key)
	resp, err := c.http.Do(req) // behaviour: unconditional crash host=o41502.ingest.sentry.io // audit-finding: telemetry/no-consent telemetry/third-party-collector // vet-finding: telemetry/no-consent@../main.go telemetry/third-party-collector@../main.go // own-audit-finding: netscope/undeclared-function // own-vet-finding: netscope/undeclared-function@../main.go
	if err == nil {
		resp.Body.Close()
	}
}
