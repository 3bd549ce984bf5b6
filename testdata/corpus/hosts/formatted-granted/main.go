// Command formatted-granted formats its URL, data in the path included, if a
// flag allows it.
package main

import (
	"flag"
	"fmt"
	"net/http"
	"runtime"
)

const format = "https://%s/v%d/telemetry/%s"

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get(fmt.Sprintf(format, "collector.example", 2, runtime.GOOS)) // behaviour: opt-in usage flag:telemetry host=collector.example
}
