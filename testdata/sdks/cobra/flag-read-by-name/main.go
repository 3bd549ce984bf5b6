// Command flag-read-by-name reads a flag of a cobra command by its name.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

func main() {
	cmd := &cobra.Command{Use: "tool", RunE: run}
	cmd.Flags().Bool("no-telemetry", false, "send no usage data") // finding: optout/default-on
	_ = cmd.Execute()
}

func run(cmd *cobra.Command, args []string) error {
	off, err := cmd.Flags().GetBool("no-telemetry")
	if err != nil || off {
		return err
	}
	sendTelemetry()
	return nil
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
