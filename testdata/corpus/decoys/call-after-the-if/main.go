// Command call-after-the-if sends in the branch and once more behind it.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		sendTelemetry("details")
	}
	sendTelemetry("start")
}

func sendTelemetry(event string) {
	http.Get("https://collector.example/telemetry?event=" + event) // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/decoy-switch
}
