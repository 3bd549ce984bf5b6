// Command name-of-a-report sends reports that it keeps below the user's home, if a
// flag allows it, and says what they are called there: not where that is.
package main

import (
	"bytes"
	"flag"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func reports(dir string) (out []string) {
	entries, _ := os.ReadDir(dir)
	for _, e := range entries {
		out = append(out, filepath.Join(dir, e.Name()))
	}
	return out
}

func main() {
	allowed := flag.Bool("telemetry", false, "send reports")
	flag.Parse()
	home, _ := os.UserHomeDir()
	if !*allowed {
		return
	}
	for _, name := range reports(filepath.Join(home, ".tool", "reports")) {
		text, _ := os.ReadFile(name)
		day := strings.TrimSuffix(filepath.Base(name), ".json")
		http.Post("https://collector.example/telemetry?day="+day, "text/plain", bytes.NewReader(text)) // behaviour: opt-in usage flag:telemetry
	}
}
