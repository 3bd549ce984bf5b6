// Command negative-key-without-default asks viper for a negative key that has
// no default.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

func main() {
	viper.SetConfigFile("/etc/tool.yaml")
	_ = viper.ReadInConfig()
	if viper.GetBool("disable_telemetry") { // finding: optout/default-on
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:disable_telemetry
}
