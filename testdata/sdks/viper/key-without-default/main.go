// Command key-without-default asks viper for a key that has no default.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

func main() {
	viper.SetConfigFile("/etc/tool.yaml")
	_ = viper.ReadInConfig()
	if viper.GetBool("telemetry") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry
}
