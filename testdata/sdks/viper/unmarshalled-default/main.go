// Command unmarshalled-default unmarshals viper's defaults into a struct.
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
	viper.SetDefault("metric", true) // finding: optout/default-on
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
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:metric
}
