// Command behind-interface-on asks its settings through an interface and a
// copy.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type options struct {
	CrashReports bool `json:"crash_reports"`
}

type config struct {
	Options options `json:"options"`
}

type wrapper interface{ options() options }

type holder struct{ config config }

func (h *holder) options() options { return h.config.Options }

// load overlays c with the user's settings file, if there is one.
func load(c config) config {
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}

func handle(w wrapper) {
	if opts := w.options(); !opts.CrashReports {
		return
	}
	sendCrashReport()
}

func main() {
	handle(&holder{config: load(config{Options: options{
		CrashReports: true, // finding: optout/default-on
	}})})
}

func sendCrashReport() {
	http.Get("https://crash.example/crash-reports") // behaviour: opt-out crash config:options.crash_reports
}
