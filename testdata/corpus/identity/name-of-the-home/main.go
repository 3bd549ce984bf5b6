// Command name-of-the-home sends, if a flag allows it, what the home of the user
// is called: the user's name.
package main

import (
	"flag"
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	allowed := flag.Bool("telemetry", false, "send reports")
	flag.Parse()
	home, _ := os.UserHomeDir() // finding: identity/host-identity
	if *allowed {
		http.Get("https://collector.example/telemetry?who=" + filepath.Base(home)) // behaviour: opt-in usage flag:telemetry
	}
}
