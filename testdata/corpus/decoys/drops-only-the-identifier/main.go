// Command drops-only-the-identifier has a flag that drops the identifier; the
// request goes out all the same.
package main

import (
	"flag"
	"net/http"
)

func main() {
	anonymous := flag.Bool("no-telemetry", false, "send no usage data")
	flag.Parse()
	sendTelemetry(!*anonymous)
}

func sendTelemetry(identify bool) {
	req, err := http.NewRequest("GET", "https://collector.example/telemetry", nil)
	if err != nil {
		return
	}
	if identify {
		req.Header.Set("X-Install", "c0ffee")
	}
	http.DefaultClient.Do(req) // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/decoy-switch
}
