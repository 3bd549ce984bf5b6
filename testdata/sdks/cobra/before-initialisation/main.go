// Command before-initialisation sends before any command runs.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

func main() {
	cobra.OnInitialize(sendTelemetry)
	root := &cobra.Command{Use: "tool", Run: func(*cobra.Command, []string) {}}
	_ = root.Execute()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
