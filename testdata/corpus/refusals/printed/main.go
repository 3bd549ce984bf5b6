// Command printed tells the user what a no means, and nobody else.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if !*on {
		os.Stderr.WriteString("No usage data is sent; -telemetry turns it on.\n")
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
