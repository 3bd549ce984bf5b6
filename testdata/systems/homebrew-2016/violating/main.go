// Command brewer installs formulae, and counts what its users do with Google
// Analytics. It behaves as Homebrew did from 2016-04-23 on: the variable that
// said yes is gone, the one that says no is left.
//
// Source: Homebrew/brew 1451553 ("Ship analytics for Homebrew").
package main

import (
	"bytes"
	"crypto/rand"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

const version = "0.9.9"

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: brewer list | link FORMULA")
		os.Exit(2)
	}
	reportEvent("command-run", os.Args[1]) // finding: identity/host-identity
	var err error
	switch os.Args[1] {
	case "list":
		err = list()
	case "link":
		err = link(os.Args[2:])
	default:
		err = fmt.Errorf("unknown command %s", os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "brewer:", err)
		os.Exit(1)
	}
}

// cellar is where the formulae are.
func cellar() string { return filepath.Join("/usr/local", "Cellar") }

func list() error {
	kegs, err := os.ReadDir(cellar())
	for _, keg := range kegs {
		fmt.Println(keg.Name())
	}
	return err
}

func link(formulae []string) error {
	for _, name := range formulae {
		if err := os.Symlink(filepath.Join(cellar(), name), filepath.Join("/usr/local/opt", name)); err != nil {
			return err
		}
	}
	return nil
}

// reportEvent counts an event of a category. The request is on its own: brewer
// does not wait for it.
func reportEvent(category, action string) {
	if os.Getenv("HOMEBREW_NO_ANALYTICS") != "" { // finding: optout/opt-out-env-only
		return
	}
	exec.Command("curl", "--max-time", "3", "--silent", "--output", os.DevNull,
		"--user-agent", "Homebrew/"+version+" ("+runtime.GOOS+")",
		"-d", "v=1", "-d", "tid=UA-76492262-1", "-d", "aip=1", "-d", "t=event",
		"-d", "cid="+userID(), "-d", "ec="+category, "-d", "ea="+action,
		"https://www.google-analytics.com/collect").Start() // behaviour: opt-out usage env:HOMEBREW_NO_ANALYTICS host=www.google-analytics.com // finding: telemetry/third-party-collector // own-finding: netscope/undeclared-function
}

// userID is the user's number for ever, made at the first report.
func userID() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	file := filepath.Join(home, ".homebrew_analytics_user_uuid")
	if id, err := os.ReadFile(file); err == nil {
		return string(bytes.TrimSpace(id))
	}
	id := rand.Text()
	os.WriteFile(file, []byte(id+"\n"), 0o600)
	return id
}
