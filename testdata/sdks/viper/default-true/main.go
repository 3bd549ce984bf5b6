// Command default-true has a viper default that sends; a file may say
// otherwise.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

func main() {
	viper.SetConfigName("tool")
	viper.AddConfigPath("$HOME/.config")
	viper.SetDefault("telemetry.enabled", true) // finding: optout/default-on
	_ = viper.ReadInConfig()
	if viper.GetBool("telemetry.enabled") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:telemetry.enabled
}
