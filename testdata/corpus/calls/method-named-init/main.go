// Command method-named-init reports from methods that are called init, one of
// them of a generic type: they are no initialisers of packages.
package main

import "net/http"

type store[T any] struct{ started T }

func (s *store[T]) init() { sendTelemetry() }

type server struct{ store store[bool] }

func (s *server) init() { s.store.init() }

func main() {
	new(server).init()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
