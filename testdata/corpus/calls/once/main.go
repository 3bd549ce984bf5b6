// Command once sends at most once per run.
package main

import (
	"net/http"
	"sync"
)

var once sync.Once

func main() {
	for range 3 {
		once.Do(sendTelemetry)
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
