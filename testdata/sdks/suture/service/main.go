// Command service adds a service that sends if a flag allows it.
package main

import (
	"context"
	"flag"
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
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	s := suture.NewSimple("tool")
	if *on {
		s.Add(reporter{})
	}
	_ = s.Serve(context.Background())
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
