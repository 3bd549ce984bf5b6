// Command string-default-local has a flag of several words whose default keeps
// the data here.
package main

import (
	"flag"
	"net/http"
)

func main() {
	mode := flag.String("telemetry", "local", "on, local or off")
	flag.Parse()
	if *mode == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
