// Command log-in-is-none reports usage of everybody who has logged in.
package main

import (
	"net/http"
	"os"
	"path/filepath"
)

func token() string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "tool", "token")
}

func main() {
	if len(os.Args) > 2 && os.Args[1] == "login" {
		_ = os.WriteFile(token(), []byte(os.Args[2]), 0o600)
		return
	}
	if _, err := os.Stat(token()); err == nil {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/notice-is-not-consent
}
