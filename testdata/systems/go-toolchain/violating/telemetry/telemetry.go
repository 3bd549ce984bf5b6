// Package telemetry counts events on this machine, and uploads approved ones.
package telemetry

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

const (
	configModule = "golang.org/x/telemetry/config"
	uploadURL    = "https://telemetry.go.dev/upload/"
)

// dir is where everything is kept.
func dir() (string, error) {
	base, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(base, "go", "telemetry"), nil
}

// mode is on, local or off; without a file, local.
func mode() string {
	d, err := dir()
	if err != nil {
		return "off"
	}
	text, err := os.ReadFile(filepath.Join(d, "mode"))
	if err != nil {
		return "local"
	}
	word, _, _ := strings.Cut(strings.TrimSpace(string(text)), " ") // what follows is the date
	return word
}

// SetMode is "toolchain telemetry".
func SetMode(word string) error {
	switch word {
	case "on", "local", "off":
	default:
		return errors.New("the mode is on, local or off")
	}
	d, err := dir()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(d, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(d, "mode"), []byte(word+" "+time.Now().Format(time.DateOnly)+"\n"), 0o644)
}

// Count counts an event in a local file.
func Count(event string) {
	d, err := dir()
	if err != nil || mode() == "off" {
		return
	}
	file := filepath.Join(d, "local", "counters.json")
	counters := read(file)
	counters[event]++
	if text, err := json.Marshal(counters); err == nil {
		os.MkdirAll(filepath.Dir(file), 0o755)
		os.WriteFile(file, text, 0o644)
	}
}

func read(file string) map[string]int {
	counters := map[string]int{}
	if text, err := os.ReadFile(file); err == nil {
		json.Unmarshal(text, &counters)
	}
	return counters
}

// Upload sends the counters of the week that are approved.
func Upload() {
	d, err := dir()
	if err != nil {
		return
	}
	approved, err := downloadConfig()
	if err != nil || mode() != "on" {
		return
	}
	report := map[string]any{"GOOS": runtime.GOOS, "GOARCH": runtime.GOARCH, "GoVersion": runtime.Version()}
	for event, n := range read(filepath.Join(d, "local", "counters.json")) {
		if approved[event] {
			report[event] = n
		}
	}
	body, err := json.Marshal(report)
	if err != nil {
		return
	}
	client := &http.Client{Timeout: 10 * time.Second}
	resp, err := client.Post(uploadURL+time.Now().Format(time.DateOnly), "application/json", bytes.NewReader(body)) // behaviour: opt-in usage file:mode host=telemetry.go.dev
	if err == nil {
		resp.Body.Close()
	}
}

// downloadConfig fetches the list of approved counters as a module.
func downloadConfig() (map[string]bool, error) {
	out, err := exec.Command("go", "mod", "download", "-json", configModule+"@latest").Output() // behaviour: unconditional usage // audit-finding: telemetry/no-consent telemetry/late-consent // builtin-vet-finding: telemetry/no-consent telemetry/late-consent // vet-finding: telemetry/no-consent@../main.go telemetry/late-consent@../main.go // own-audit-finding: telemetry/consent-not-held
	if err != nil {
		return nil, err
	}
	var module struct{ Dir string }
	if err := json.Unmarshal(out, &module); err != nil {
		return nil, err
	}
	text, err := os.ReadFile(filepath.Join(module.Dir, "config.json"))
	if err != nil {
		return nil, fmt.Errorf("no list: %w", err)
	}
	approved := map[string]bool{}
	return approved, json.Unmarshal(text, &approved)
}
