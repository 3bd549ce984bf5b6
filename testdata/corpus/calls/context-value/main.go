// Command context-value carries its consent in a context.
package main

import (
	"context"
	"flag"
	"net/http"
)

type key struct{}

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	ctx := context.WithValue(context.Background(), key{}, *on)
	run(ctx)
}

func run(ctx context.Context) {
	if on, _ := ctx.Value(key{}).(bool); on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
