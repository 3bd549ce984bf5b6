// Command new-of-false-disables-nothing points a negative setting to false
// with new(expr).
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type config struct {
	DisableCheck *bool `json:"disable_check"`
}

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
		DisableCheck: new(false), // finding: optout/default-on
	})
	if c.DisableCheck != nil && !*c.DisableCheck {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update config:disable_check
}
