// Command once-func sends at most once per run, by a function made for it.
package main

import (
	"flag"
	"net/http"
	"sync"
)

var report = sync.OnceFunc(sendTelemetry)

func main() {
	off := flag.Bool("no-telemetry", false, "send no usage data") // finding: optout/default-on
	flag.Parse()
	if !*off {
		report()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
