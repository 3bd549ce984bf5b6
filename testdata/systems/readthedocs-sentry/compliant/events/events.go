// Package events sends error events to a Sentry server.
package events

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"runtime"
	"strings"
	"time"
)

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
		ID: rand.Text(), Time: time.Now(), Message: fmt.Sprint(v), Stack: stack(),
		ServerName: "docbuild", OS: runtime.GOOS,
	})
	panic(v)
}

// stack lists the functions of the stack, without files: their names hold the
// user's directories.
func stack() string {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs[:])])
	var names []string
	for {
		f, more := frames.Next()
		names = append(names, f.Function)
		if !more {
			return strings.Join(names, "\n")
		}
	}
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
	resp, err := c.http.Do(req) // behaviour: opt-in crash flag:report-crashes,file:sentry-dsn needs=all host=@user
	if err == nil {
		resp.Body.Close()
	}
}
