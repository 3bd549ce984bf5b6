// Command unmarshalled-without-default unmarshals viper's settings into a
// struct; the key has no default.
package main

import (
	"net/http"

	"github.com/spf13/viper"
)

type profile struct {
	Metric bool `mapstructure:"metric"`
}

func main() {
	viper.SetConfigFile("/etc/tool.yaml")
	_ = viper.ReadInConfig()
	var p profile
	if err := viper.Unmarshal(&p); err != nil {
		return
	}
	if p.Metric {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:metric
}
