// Command flag-read-by-name-off reads a silent flag of a cobra command by its
// name.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

func main() {
	cmd := &cobra.Command{Use: "tool", RunE: run}
	cmd.Flags().Bool("telemetry", false, "send usage data")
	_ = cmd.Execute()
}

func run(cmd *cobra.Command, args []string) error {
	on, err := cmd.Flags().GetBool("telemetry")
	if err != nil || !on {
		return err
	}
	sendTelemetry()
	return nil
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
