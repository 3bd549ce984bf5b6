// Command serve-command sends from an ordinary command, unless a flag refuses.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

func main() {
	root := &cobra.Command{Use: "tool"}
	serve := &cobra.Command{Use: "serve [flags]", RunE: func(cmd *cobra.Command, _ []string) error {
		if off, _ := cmd.Flags().GetBool("no-telemetry"); !off {
			sendTelemetry()
		}
		return nil
	}}
	serve.Flags().Bool("no-telemetry", false, "send nothing") // finding: optout/default-on
	root.AddCommand(serve)
	_ = root.Execute()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry trigger=command:serve
}
