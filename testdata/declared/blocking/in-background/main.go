// Command in-background reports beside its work.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		go sendTelemetry()
	}
	println("working")
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
