// Command in-init sends while the package is initialised: no consent can come
// before it.
package main

import "net/http"

func init() { sendTelemetry() }

func main() { println("working") }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage trigger=init // finding: telemetry/init-time
}
