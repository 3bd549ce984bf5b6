// Command flag-default-true runs a cobra command whose flag has default true.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

func main() {
	var on bool
	cmd := &cobra.Command{Use: "tool", Run: func(*cobra.Command, []string) {
		if on {
			sendTelemetry()
		}
	}}
	cmd.Flags().BoolVar(&on, "telemetry", true, "send usage data") // finding: optout/default-on
	_ = cmd.Execute()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
