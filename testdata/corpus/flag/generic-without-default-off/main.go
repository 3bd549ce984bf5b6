// Command generic-without-default-off has a generic flag with a positive
// name and without a default.
package main

import (
	"flag"
	"net/http"
)

// A setting describes a flag of any type.
type setting[T any] struct {
	Name, Help string
	Default    T
}

func define[T any](s setting[T], flagOf func(name string, initial T, help string) *T) *T {
	return flagOf(s.Name, s.Default, s.Help)
}

func main() {
	on := define(setting[bool]{Name: "telemetry", Help: "send usage data"}, flag.Bool)
	flag.Parse()
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
