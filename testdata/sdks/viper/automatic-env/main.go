// Command automatic-env lets variables change viper's settings.
package main

import (
	"net/http"
	"strings"

	"github.com/spf13/viper"
)

func main() {
	v := viper.New()
	v.SetEnvPrefix("x")
	v.SetEnvKeyReplacer(strings.NewReplacer(".", "_"))
	v.AutomaticEnv()
	v.SetDefault("telemetry.enabled", false)
	if v.GetBool("telemetry.enabled") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry.enabled,env:X_TELEMETRY_ENABLED needs=any
}
