// Command account-that-one-command-needs has a command that fails without the
// user's settings, as the server does not; that reports if they are there.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
)

type config struct {
	Name string `json:"name"`
}

func load() (*config, error) {
	home, _ := os.UserHomeDir()
	text, err := os.ReadFile(filepath.Join(home, ".tool.json"))
	if err != nil {
		return nil, err
	}
	c := &config{}
	return c, json.Unmarshal(text, c)
}

func main() {
	root := &cobra.Command{Use: "tool"}
	root.AddCommand(&cobra.Command{Use: "whoami", RunE: func(cmd *cobra.Command, _ []string) error {
		c, err := load()
		if err != nil {
			return err
		}
		cmd.Println(c.Name)
		return nil
	}})
	root.AddCommand(&cobra.Command{Use: "serve", RunE: func(*cobra.Command, []string) error {
		if _, err := load(); err == nil {
			go sendTelemetry()
		}
		return http.ListenAndServe("localhost:8080", nil)
	}})
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:~/.tool.json trigger=command:serve
}
