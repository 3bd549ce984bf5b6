// Command channel-of-functions sends functions through a channel to a library
// that calls them.
package main

import (
	"net/http"

	"example.org/corpus/injected/channel-of-functions/pool"
)

func main() {
	jobs := make(chan func(), 1)
	jobs <- sendTelemetry
	pool.Run(jobs)
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
