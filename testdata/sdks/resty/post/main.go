// Command post sends through resty if a flag allows it.
package main

import (
	"flag"

	"github.com/go-resty/resty/v2"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		_, _ = resty.New().R().SetBody("{}").Post("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry host=collector.example
	}
}
