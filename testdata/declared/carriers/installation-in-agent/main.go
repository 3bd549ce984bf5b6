// Command installation-in-agent says with each index that it fetches which installation it is.
package main

import (
	"crypto/rand"
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	req, err := http.NewRequest("GET", "https://files.example/index", nil)
	if err == nil {
		req.Header.Set("User-Agent", "tool/1.0 "+installation())
		http.DefaultClient.Do(req) // behaviour: unconditional primary
	}
}

func installation() string {
	home, _ := os.UserHomeDir()
	file := filepath.Join(home, ".tool", "installation")
	if text, err := os.ReadFile(file); err == nil {
		return string(text)
	}
	id := rand.Text() // finding: identity/hidden-carrier
	os.WriteFile(file, []byte(id), 0o600)
	return id
}
