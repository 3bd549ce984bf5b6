// Command file-that-it-needs-off is a server that ends where its settings are
// missing; unless they agree, it reports nothing.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
)

type config struct {
	Address   string `json:"address"`
	Telemetry bool   `json:"telemetry"`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	text, err := os.ReadFile("/etc/file-that-it-needs-off/config.json")
	if err != nil {
		return fmt.Errorf("no settings: %w", err)
	}
	var c config
	if err := json.Unmarshal(text, &c); err != nil {
		return err
	}
	if c.Telemetry {
		go sendTelemetry()
	}
	return http.ListenAndServe(c.Address, nil)
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry
}
