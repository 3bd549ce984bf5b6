// Command settings-that-it-needs-on reads the settings of its server before the
// command runs, which it does not where they are missing; unless a flag refuses,
// it reports.
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"

	"github.com/spf13/cobra"
)

type config struct {
	Server *struct {
		Address string `json:"address"`
	} `json:"server"`
}

var conf *config

func load(name string) (*config, error) {
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	c := &config{}
	if err := json.Unmarshal(text, c); err != nil {
		return nil, err
	}
	return c, nil
}

func main() {
	var quiet bool
	serve := &cobra.Command{
		Use: "serve",
		PreRunE: func(*cobra.Command, []string) (err error) {
			if conf, err = load("/etc/settings-that-it-needs-on/config.json"); err != nil {
				return fmt.Errorf("no settings: %w", err)
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			if conf.Server.Address == "" {
				conf.Server.Address = "localhost:8080"
			}
			if !quiet {
				go sendTelemetry()
			}
			return http.ListenAndServe(conf.Server.Address, nil)
		},
	}
	serve.Flags().BoolVar(&quiet, "no-telemetry", false, "send nothing") // finding: optout/default-on
	root := &cobra.Command{Use: "tool"}
	root.AddCommand(serve)
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry trigger=command:serve
}
