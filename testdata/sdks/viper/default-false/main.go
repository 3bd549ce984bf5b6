// Command default-false has a viper default that is silent; a file may say
// otherwise.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

func main() {
	viper.SetConfigName("tool")
	viper.AddConfigPath("$HOME/.config")
	viper.SetDefault("telemetry.enabled", false)
	_ = viper.ReadInConfig()
	if viper.GetBool("telemetry.enabled") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry.enabled
}
