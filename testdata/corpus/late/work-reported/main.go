// Command work-reported fetches what the user wants, and reports how much that
// was if a flag allows it: the fetching does not prepare the report.
package main

import (
	"flag"
	"net/http"
	"strconv"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	resp, err := http.Get("https://files.example/index") // behaviour: unconditional unknown
	if err != nil {
		return
	}
	defer resp.Body.Close()
	if *on {
		sendTelemetry(resp.ContentLength)
	}
}

func sendTelemetry(size int64) {
	http.Get("https://collector.example/telemetry?size=" + strconv.FormatInt(size, 10)) // behaviour: opt-in usage flag:telemetry
}
