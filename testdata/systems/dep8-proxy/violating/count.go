package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"runtime"
	"time"
)

// A report is all that the proxy passes on.
type report struct {
	Command string `json:"command"`
	Version string `json:"version"`
	OS      string `json:"os"`
}

// count tells the usage proxy that a command was used.
func count(command string) {
	if os.Getenv("DJANGO_NO_ANALYTICS") != "" { // finding: optout/opt-out-env-only
		return
	}
	body, err := json.Marshal(report{command, "1.11", runtime.GOOS})
	if err != nil {
		return
	}
	client := &http.Client{Timeout: time.Second}
	resp, err := client.Post("https://usage-proxy.webkit.example/v1", "application/json", bytes.NewReader(body)) // behaviour: opt-out usage env:DJANGO_NO_ANALYTICS host=usage-proxy.webkit.example // own-finding: netscope/undeclared-function
	if err == nil {
		resp.Body.Close()
	}
}
