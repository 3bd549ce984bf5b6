// Package kept keeps what it fetches, and runs other things.
package kept

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Cached keeps data, in a directory that programs can be in.
func Cached(dir string) error {
	resp, err := http.Get("https://dl.example.org/data")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(dir, "data"))
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(file, resp.Body)
	return err
}

// Shown opens what a server names in the user's own browser, and lets other
// programs read a file that was fetched.
func Shown(dir string) error {
	resp, err := http.Get("https://dl.example.org/page.json")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var page struct{ Address string }
	if err := json.NewDecoder(resp.Body).Decode(&page); err != nil {
		return err
	}
	exec.Command("xdg-open", page.Address).Start()
	name := filepath.Join(dir, "address")
	os.WriteFile(name, []byte(page.Address), 0o600)
	return exec.Command("less", name).Run()
}

// Edited hands what it fetched to the user's editor, whose name is the first of
// its words.
func Edited() error {
	resp, err := http.Get("https://dl.example.org/draft")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	file, err := os.CreateTemp("", "draft")
	if err != nil {
		return err
	}
	defer os.Remove(file.Name())
	io.Copy(file, resp.Body)
	words := append(strings.Fields(os.Getenv("EDITOR")), file.Name())
	return exec.Command(words[0], words[1:]...).Run()
}

// Wrapper writes a program of its own that holds a name which was fetched.
func Wrapper() error {
	resp, err := http.Get("https://dl.example.org/version")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	version, _ := io.ReadAll(resp.Body)
	return os.WriteFile("/opt/example/run", []byte(fmt.Sprintf("#!/bin/sh\nexec /opt/example/%s \"$@\"\n", version)), 0o755)
}

// Proxy hands on what another server answers.
func Proxy(target *url.URL) http.Handler { return httputil.NewSingleHostReverseProxy(target) }

// Packaged runs what came with the program.
func Packaged() error { return exec.Command("/usr/libexec/example/helper").Run() }
