// Command shared-request-helper has one helper for all requests: the site is
// where the host is known.
package main

import (
	"flag"
	"net/http"
)

func do(method, url string) {
	req, err := http.NewRequest(method, url, nil)
	if err != nil {
		return
	}
	http.DefaultClient.Do(req)
}

func main() {
	on := flag.Bool("update-check", false, "look for updates")
	flag.Parse()
	sendTelemetry()
	if *on {
		checkUpdate()
	}
}

func sendTelemetry() {
	do("POST", "https://collector.example/telemetry") // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}

func checkUpdate() {
	do("GET", "https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:update-check host=releases.example
}
