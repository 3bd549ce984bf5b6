// Command picture-for-viewer fetches the picture of the day, and has other programs
// unpack and show it: what they are given is no program.
package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
)

func main() {
	resp, err := http.Get("https://pictures.collector.example/today.tar.gz") // behaviour: unconditional unknown
	if err != nil {
		return
	}
	defer resp.Body.Close()
	dir, err := os.MkdirTemp("", "picture")
	if err != nil {
		return
	}
	archive, err := os.Create(filepath.Join(dir, "today.tar.gz"))
	if err != nil {
		return
	}
	io.Copy(archive, resp.Body)
	archive.Close()
	exec.Command("tar", "-C", dir, "-xzf", archive.Name()).Run()
	exec.Command("xdg-open", filepath.Join(dir, "today.png")).Start()
}
