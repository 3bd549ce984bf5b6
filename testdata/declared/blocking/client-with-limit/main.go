// Command client-with-limit gives its report three seconds.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		sendTelemetry()
	}
	println("working")
}

func sendTelemetry() {
	client := &http.Client{Timeout: 3 * time.Second}
	client.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
