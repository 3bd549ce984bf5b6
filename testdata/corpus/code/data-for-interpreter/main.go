// Command data-for-interpreter fetches a list, and has an interpreter run a script
// of its own with it.
package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	list := filepath.Join(os.TempDir(), "list.json")
	if err := fetch("https://dl.collector.example/list.json", list); err == nil { // behaviour: unconditional unknown
		exec.Command("python3", "-B", "/usr/share/example/show.py", list).Run()
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
