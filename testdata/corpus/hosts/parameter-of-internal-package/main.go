// Command parameter-of-internal-package hands its address to an internal
// package that performs any request.
package main

import "example.org/corpus/hosts/parameter-of-internal-package/internal/web"

func main() { sendTelemetry() }

func sendTelemetry() {
	web.Get("https://collector.example/telemetry") // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
