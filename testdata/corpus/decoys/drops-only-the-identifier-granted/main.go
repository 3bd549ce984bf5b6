// Command drops-only-the-identifier-granted has a flag that drops the
// identifier, and one without which there is no request.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	anonymous := flag.Bool("anonymous", false, "say nothing of the installation")
	flag.Parse()
	if *on {
		sendTelemetry(!*anonymous)
	}
}

func sendTelemetry(identify bool) {
	req, err := http.NewRequest("GET", "https://collector.example/telemetry", nil)
	if err != nil {
		return
	}
	if identify {
		req.Header.Set("X-Install", "c0ffee")
	}
	http.DefaultClient.Do(req) // behaviour: opt-in usage flag:telemetry
}
