// Command section asks a section of viper's settings.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

func main() {
	viper.SetDefault("telemetry.enabled", true) // finding: optout/default-on
	if viper.Sub("telemetry").GetBool("enabled") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:telemetry.enabled
}
