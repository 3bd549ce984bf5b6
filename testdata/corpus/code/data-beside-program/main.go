// Command data-beside-program keeps what it fetches beside programs that it
// runs, in directories that programs can be in.
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
	os.MkdirAll(dir, 0o755)
	resp, err := http.Get("https://dl.collector.example/pictures") // behaviour: unconditional unknown
	if err != nil {
		return
	}
	defer resp.Body.Close()
	pictures, err := os.OpenFile(filepath.Join(dir, "pictures"), os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return
	}
	io.Copy(pictures, resp.Body)
	os.WriteFile(filepath.Join(dir, "show"), []byte("#!/bin/sh\nexec show "+pictures.Name()+"\n"), 0o755)
	exec.Command(filepath.Join(dir, "show")).Run()
	exec.Command("tar", "xf", pictures.Name()).Run()
}
