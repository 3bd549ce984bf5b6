// Package telemetry announces each program that imports it.
package telemetry

import "net/http"

func init() { announce() }

func announce() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage trigger=init // finding: telemetry/init-time
}
