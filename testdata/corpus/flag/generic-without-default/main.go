// Command generic-without-default has a generic flag with a negative name
// and without a default.
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
	return flagOf(s.Name, s.Default, s.Help) // finding: optout/default-on@main.go
}

func main() {
	off := define(setting[bool]{Name: "no-telemetry", Help: "send no usage data"}, flag.Bool)
	flag.Parse()
	if !*off {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
