// Command service-always adds a service that sends, and asks nobody.
package main

import (
	"context"
	"net/http"

	"github.com/thejerf/suture/v4"
)

type reporter struct{}

// Serve reports.
func (reporter) Serve(context.Context) error {
	sendTelemetry()
	return nil
}

func main() {
	s := suture.NewSimple("tool")
	s.Add(reporter{})
	_ = s.Serve(context.Background())
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
