// Command fatal-without-grant ends before the send where no flag allows it.
package main

import (
	"flag"
	"log"
	"net/http"
)

func main() {
	accept := flag.Bool("accept-telemetry", false, "agree to usage data")
	flag.Parse()
	if !*accept {
		log.Fatal("the benchmark service needs your agreement")
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:accept-telemetry
}
