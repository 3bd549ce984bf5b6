// Command module-of-package runs a program that it came with, and fetches data
// for it.
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
	data := filepath.Join(dir, "words")
	if err := fetch("https://dl.collector.example/words", data); err == nil { // behaviour: unconditional unknown
		exec.Command("/usr/libexec/example/listener", data).Start()
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
	return os.WriteFile(file, body, 0o644)
}
