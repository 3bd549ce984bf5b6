// Command brewer installs formulae, and counts what its users do with Google
// Analytics if they set a variable that says yes. It behaves as Homebrew did
// from 2016-03-28 to 2016-04-22: one line more than the program beside it.
//
// Source: Homebrew/brew 1238c65.
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
	reportEvent("command-run", os.Args[1])
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
	if os.Getenv("HOMEBREW_ANALYTICS") != "1" || os.Getenv("HOMEBREW_NO_ANALYTICS") != "" {
		return
	}
	exec.Command("curl", "--max-time", "3", "--silent", "--output", os.DevNull,
		"--user-agent", "Homebrew/"+version+" ("+runtime.GOOS+")",
		"-d", "v=1", "-d", "tid=UA-76492262-1", "-d", "aip=1", "-d", "t=event",
		"-d", "cid="+userID(), "-d", "ec="+category, "-d", "ea="+action,
		"https://www.google-analytics.com/collect").Start() // behaviour: opt-in usage env:HOMEBREW_ANALYTICS host=www.google-analytics.com
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
