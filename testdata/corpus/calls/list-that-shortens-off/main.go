// Command list-that-shortens-off sends to those on a list, which a flag fills, and takes them off one by one.
package main

import (
	"flag"
	"net/http"
)

func main() {
	telemetry := flag.Bool("telemetry", false, "tell the authors that you use it")
	flag.Parse()
	var list []func()
	if *telemetry {
		list = append(list, sendTelemetry)
	}
	for ; len(list) > 0; list = list[1:] {
		list[0]()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
