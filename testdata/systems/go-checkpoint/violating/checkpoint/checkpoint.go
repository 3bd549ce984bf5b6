// Package checkpoint asks whether there is a newer version of a product.
package checkpoint

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// CheckParams say what to ask for.
type CheckParams struct {
	Product, Version string
	SignatureFile    string // holds a random number, so that one user counts once
	Force            bool   // ask although the variable says no
}

// A CheckResponse is the answer.
type CheckResponse struct {
	Product        string   `json:"product"`
	CurrentVersion string   `json:"current_version"`
	Outdated       bool     `json:"outdated"`
	Alerts         []string `json:"alerts"`
}

// Check asks once.
func Check(p *CheckParams) (*CheckResponse, error) {
	if os.Getenv("CHECKPOINT_DISABLE") != "" && !p.Force { // finding: optout/opt-out-env-only // vet-finding: optout/opt-out-env-only@../main.go
		return &CheckResponse{}, nil
	}
	signature, err := signatureOf(p.SignatureFile)
	if err != nil {
		return nil, err
	}
	u := url.URL{Scheme: "https", Host: "checkpoint-api.hashicorp.com", Path: "/v1/check/" + p.Product, RawQuery: url.Values{
		"version": {p.Version}, "arch": {runtime.GOARCH}, "os": {runtime.GOOS}, "signature": {signature},
	}.Encode()}
	req, err := http.NewRequest(http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Accept", "application/json")
	req.Header.Set("User-Agent", "HashiCorp/go-checkpoint")
	client := &http.Client{Timeout: 3 * time.Second}
	resp, err := client.Do(req) // behaviour: opt-out update env:CHECKPOINT_DISABLE host=checkpoint-api.hashicorp.com // own-finding: netscope/undeclared-function // own-vet-finding: netscope/undeclared-function@../main.go
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, errors.New(resp.Status)
	}
	var answer CheckResponse
	return &answer, json.NewDecoder(resp.Body).Decode(&answer)
}

// CheckInterval asks again and again, and hands each answer to cb.
func CheckInterval(p *CheckParams, interval time.Duration, cb func(*CheckResponse, error)) (stop func()) {
	done := make(chan struct{})
	if os.Getenv("CHECKPOINT_DISABLE") != "" { // vet-finding: optout/opt-out-env-only
		return func() { close(done) }
	}
	go func() {
		for {
			select {
			case <-done:
				return
			case <-time.After(interval):
				cb(Check(p))
			}
		}
	}()
	return func() { close(done) }
}

// signatureOf reads the number in a file, and makes one where there is none.
func signatureOf(file string) (string, error) {
	if file == "" {
		return "", nil
	}
	if text, err := os.ReadFile(file); err == nil {
		return strings.TrimSpace(string(text)), nil
	}
	signature := rand.Text()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return "", err
	}
	return signature, os.WriteFile(file, []byte(signature+"\n"), 0o644)
}
