// Command kept-download fetches a list unless it has kept the one that it
// fetched before: nobody's decision.
package main

import (
	"io"
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	dir, _ := os.UserCacheDir()
	file := filepath.Join(dir, "kept-download")
	if _, err := os.Stat(file); err == nil {
		return
	}
	resp, err := http.Get("https://lists.example/newest") // behaviour: unconditional unknown
	if err != nil {
		return
	}
	defer resp.Body.Close()
	if text, err := io.ReadAll(resp.Body); err == nil {
		_ = os.WriteFile(file, text, 0o600)
	}
}
