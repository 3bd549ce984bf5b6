// Command go sends from a group's goroutine, and asks nobody.
package main

import (
	"net/http"

	"golang.org/x/sync/errgroup"
)

func main() {
	var g errgroup.Group
	g.Go(func() error { sendTelemetry(); return nil })
	_ = g.Wait()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
