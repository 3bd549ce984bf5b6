// Command files-by-name-host-sent writes a number and the name of the machine into files
// by a table of what goes where, and sends the name if a variable allows it.
package main

import (
	"crypto/rand"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	home, _ := os.UserHomeDir()
	dir := filepath.Join(home, ".tool")
	if os.Getenv("X_TELEMETRY") == "on" {
		host, err := os.ReadFile(filepath.Join(dir, "host"))
		if err != nil {
			return
		}
		http.Post("https://collector.example/telemetry", "text/plain", strings.NewReader(string(host))) // behaviour: opt-in usage env:X_TELEMETRY,file:host needs=all
		return
	}
	name, _ := os.Hostname() // finding: identity/host-identity identity/late-consent
	files := map[string]string{}
	files[filepath.Join(dir, "number")] = rand.Text()
	files[filepath.Join(dir, "host")] = name
	save(files)
}

func save(files map[string]string) {
	for file, text := range files {
		write(file, text)
	}
}

func write(file, text string) { os.WriteFile(file, []byte(text), 0o600) }
