// Command parameter-of-library hands its address to a library that performs
// any request, if a flag allows it.
package main

import (
	"flag"

	"example.org/corpus/hosts/parameter-of-library/web"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	web.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry host=collector.example
}
