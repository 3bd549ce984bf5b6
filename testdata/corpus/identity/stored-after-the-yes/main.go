// Command stored-after-the-yes keeps an id from the first time on that a variable allows to send it.
package main

import (
	"crypto/rand"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "on" {
		http.PostForm("https://collector.example/telemetry", url.Values{"installation": {installation()}}) // behaviour: opt-in usage env:X_TELEMETRY
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
	os.WriteFile(file, []byte(id), 0o600)
	return id
}
