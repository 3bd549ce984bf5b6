// Command bound-flag asks viper for a key that a flag is bound to.
package main

import (
	"net/http"

	"github.com/spf13/pflag"
	"github.com/spf13/viper"
)

func main() {
	pflag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	pflag.Parse()
	_ = viper.BindPFlag("usage.enabled", pflag.Lookup("telemetry"))
	if viper.GetBool("usage.enabled") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:usage.enabled,flag:telemetry needs=any
}
