// Command function-field gives a sender to a library in a field.
package main

import (
	"net/http"

	"example.org/corpus/injected/function-field/track"
)

func main() {
	t := track.Tracker{Send: sendTelemetry}
	t.Track("start")
}

func sendTelemetry(event string) {
	http.Get("https://collector.example/telemetry?event=" + event) // behaviour: unconditional usage // finding: telemetry/no-consent
}
