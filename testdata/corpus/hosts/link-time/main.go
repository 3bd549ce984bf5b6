// Command link-time lets the packager set the address at link time; unset, it
// is the author's.
package main

import "net/http"

var collector = "https://collector.example/telemetry"

func main() { sendTelemetry() }

func sendTelemetry() {
	http.Get(collector) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
