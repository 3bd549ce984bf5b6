// Command flag-default-false runs a cobra command whose flag has default
// false.
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
	cmd.Flags().BoolVar(&on, "telemetry", false, "send usage data")
	_ = cmd.Execute()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
