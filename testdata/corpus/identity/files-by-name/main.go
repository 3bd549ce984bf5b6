// Command files-by-name writes a number and the name of the machine into files
// by a table of what goes where, and sends the number if a variable allows it.
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
		number, err := os.ReadFile(filepath.Join(dir, "number"))
		if err != nil {
			return
		}
		http.Post("https://collector.example/telemetry", "text/plain", strings.NewReader(string(number))) // behaviour: opt-in usage env:X_TELEMETRY,file:number needs=all
		return
	}
	name, _ := os.Hostname()
	files := map[string]string{}
	files[filepath.Join(dir, "number")] = rand.Text() // finding: identity/late-consent
	files[filepath.Join(dir, "host")] = name
	save(files)
}

func save(files map[string]string) {
	for file, text := range files {
		write(file, text)
	}
}

func write(file, text string) { os.WriteFile(file, []byte(text), 0o600) }
