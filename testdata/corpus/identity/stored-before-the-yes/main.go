// Command stored-before-the-yes keeps an id from its first run on, and sends it only if a variable allows it.
package main

import (
	"crypto/rand"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
)

func main() {
	id := installation()
	if os.Getenv("X_TELEMETRY") == "on" {
		http.PostForm("https://collector.example/telemetry", url.Values{"installation": {id}}) // behaviour: opt-in usage env:X_TELEMETRY
	}
}

// installation is the id of this installation.
func installation() string {
	home, _ := os.UserHomeDir()
	file := filepath.Join(home, ".tool", "installation")
	if text, err := os.ReadFile(file); err == nil {
		return string(text)
	}
	id := rand.Text()
	os.WriteFile(file, []byte(id), 0o600) // finding: identity/late-consent
	return id
}
