// Command hash-of-a-place sends, if a flag allows it, a digest of the path of the
// user's settings, which it keeps in a file named so: the last of that path is
// made of all of it.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	allowed := flag.Bool("telemetry", false, "send reports")
	flag.Parse()
	home, _ := os.UserHomeDir() // finding: identity/host-identity
	sum := sha256.Sum256([]byte(filepath.Join(home, "settings")))
	name := filepath.Join(os.TempDir(), hex.EncodeToString(sum[:]))
	if *allowed {
		http.Get("https://collector.example/telemetry?id=" + filepath.Base(name)) // behaviour: opt-in usage flag:telemetry
	}
}
