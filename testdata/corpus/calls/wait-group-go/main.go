// Command wait-group-go sends from a goroutine of a wait group, if a flag
// allows it.
package main

import (
	"flag"
	"net/http"
	"sync"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	var wait sync.WaitGroup
	if *on {
		wait.Go(sendTelemetry)
	}
	wait.Wait()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
