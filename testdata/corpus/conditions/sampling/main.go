// Command sampling sends one run of a hundred: chance is nobody's consent.
package main

import (
	"math/rand/v2"
	"net/http"
)

func main() {
	if rand.IntN(100) == 0 {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
