// Command interval-from-literal looks for updates because a literal says every
// twelve hours.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type config struct {
	UpgradeIntervalH int `json:"upgrade_interval_h"`
}

func (c config) updates() bool { return c.UpgradeIntervalH > 0 }

// load overlays c with the user's settings file, if there is one.
func load(c config) config {
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}

func main() {
	c := load(config{
		UpgradeIntervalH: 12, // finding: optout/default-on
	})
	if c.updates() {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update config:upgrade_interval_h
}
