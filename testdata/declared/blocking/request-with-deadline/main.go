// Command request-with-deadline gives its report the time that its caller
// gives it.
package main

import (
	"context"
	"flag"
	"net/http"
	"time"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		ctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
		sendTelemetry(ctx)
		cancel()
	}
	println("working")
}

func sendTelemetry(ctx context.Context) {
	req, err := http.NewRequestWithContext(ctx, "GET", "https://collector.example/telemetry", nil)
	if err != nil {
		return
	}
	http.DefaultClient.Do(req) // behaviour: opt-in usage flag:telemetry
}
