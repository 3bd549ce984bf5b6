// Command settings-that-it-needs-off reads its settings in the command, which
// ends with an error where they are missing; unless they agree, it reports
// nothing.
package main

import (
	"encoding/json"
	"net/http"
	"os"

	"github.com/spf13/cobra"
)

type config struct {
	Address string `json:"address"`
	Reports bool   `json:"telemetry"`
}

func main() {
	root := &cobra.Command{Use: "tool"}
	root.AddCommand(&cobra.Command{Use: "serve", RunE: func(*cobra.Command, []string) error {
		text, err := os.ReadFile("/etc/settings-that-it-needs-off/config.json")
		if err != nil {
			return err
		}
		c := &config{}
		if err := json.Unmarshal(text, c); err != nil {
			return err
		}
		if c.Reports {
			go sendTelemetry()
		}
		return http.ListenAndServe(c.Address, nil)
	}})
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry trigger=command:serve
}
