// Command closure-in-helper hands the loop that sends to a helper which
// starts goroutines; a literal two structs deep lets it.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"time"
)

type global struct {
	CheckVersion bool `json:"check_version"`
	SendLogs     bool `json:"send_logs"`
}

type config struct {
	Global *global `json:"global"`
}

// load overlays c with the user's settings file, if there is one.
func load(c *config) {
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, c)
	}
}

// safely runs f in a goroutine that survives a panic.
func safely(f func()) {
	go func() {
		defer func() { _ = recover() }()
		f()
	}()
}

func main() {
	c := &config{Global: &global{
		CheckVersion: true, // finding: optout/default-on
	}}
	load(c)
	tick := time.Tick(24 * time.Hour)
	if c.Global.CheckVersion {
		safely(func() {
			for ; ; <-tick {
				checkUpdate()
			}
		})
	}
	select {}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update config:global.check_version
}
