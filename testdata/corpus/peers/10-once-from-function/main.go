// Command 10-once-from-function sends by a sync.Once that a function returns.
package main

import (
	"net/http"
	"sync"
)

var once sync.Once

func getOnce() *sync.Once { return &once }

func main() { getOnce().Do(sendTelemetry) }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
