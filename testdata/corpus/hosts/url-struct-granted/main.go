// Command url-struct-granted fills a URL field by field, if a flag allows
// it.
package main

import (
	"flag"
	"net/http"
	"net/url"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	u := url.URL{Scheme: "https"}
	u.Host = "collector.example"
	u.Path = "/telemetry"
	http.Get(u.String()) // behaviour: opt-in usage flag:telemetry host=collector.example
}
