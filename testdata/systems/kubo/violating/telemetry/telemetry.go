// Package telemetry sends what a node is.
package telemetry

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

const (
	envVar   = "NODE_TELEMETRY"
	filename = "telemetry_uuid"
	endpoint = "https://telemetry.node.example"
	delay    = 15 * time.Minute
	interval = 24 * time.Hour
)

type mode int

const (
	modeOn mode = iota
	modeOff
)

// A config is the part of ~/.node/config that is read here.
type config struct {
	Telemetry    struct{ Mode string }
	Experimental map[string]bool
}

// Start sends in the background, from a quarter of an hour after now on.
func Start(ctx context.Context, repo string) error {
	c := load(repo)
	if modeOf(c) == modeOff {
		err := os.Remove(filepath.Join(repo, filename))
		if errors.Is(err, os.ErrNotExist) {
			return nil
		}
		return err
	}
	id, err := uuid(repo)
	if err != nil {
		return err
	}
	log.Print("Anonymous telemetry will be sent in 15 minutes; to opt out, set " + envVar + "=off or the setting Telemetry.Mode.")
	go loop(ctx, report{ID: id, OS: runtime.GOOS, Arch: runtime.GOARCH, Features: c.Experimental})
	return nil
}

// modeOf reads the words; the variable wins.
func modeOf(c config) mode {
	word := c.Telemetry.Mode
	if v := os.Getenv(envVar); v != "" {
		word = v
	}
	switch word {
	case "off":
		return modeOff
	default: // audit-finding: optout/default-on@telemetry.go // vet-finding: optout/default-on@../main.go // builtin-vet-finding: optout/default-on@telemetry.go
		return modeOn
	}
}

func load(repo string) (c config) {
	if text, err := os.ReadFile(filepath.Join(repo, "config")); err == nil {
		json.Unmarshal(text, &c)
	}
	return c
}

// uuid is the number of the node, made at the first start.
func uuid(repo string) (string, error) {
	file := filepath.Join(repo, filename)
	if text, err := os.ReadFile(file); err == nil {
		return string(text), nil
	}
	id := rand.Text()
	return id, os.WriteFile(file, []byte(id), 0o600)
}

// A report is what is sent.
type report struct {
	ID       string          `json:"uuid"`
	OS       string          `json:"platform_os"`
	Arch     string          `json:"platform_architecture"`
	Features map[string]bool `json:"features,omitempty"`
}

func loop(ctx context.Context, r report) {
	timer := time.NewTimer(delay)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
			send(ctx, r)
			timer.Reset(interval)
		}
	}
}

func send(ctx context.Context, r report) {
	body, err := json.Marshal(r)
	if err != nil {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint, bytes.NewReader(body))
	if err != nil {
		return
	}
	resp, err := http.DefaultClient.Do(req) // behaviour: opt-out usage env:NODE_TELEMETRY,config:Telemetry.Mode needs=any host=telemetry.node.example // own-audit-finding: netscope/undeclared-function // own-vet-finding: netscope/undeclared-function@../main.go
	if err == nil {
		resp.Body.Close()
	}
}
