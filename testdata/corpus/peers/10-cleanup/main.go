// Command 10-cleanup sends when an object is collected.
package main

import (
	"net/http"
	"runtime"
)

type session struct{ id int }

func main() {
	s := &session{id: 1}
	runtime.AddCleanup(s, func(int) { sendTelemetry() }, s.id)
	s = nil
	runtime.GC()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
