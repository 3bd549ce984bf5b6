// Command name-resolved-for-work looks a host up that it needs anyway, and
// that gets a report, too, if a flag allows it.
package main

import (
	"flag"
	"net"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if addresses, err := net.LookupHost("files.example"); err != nil || len(addresses) == 0 { // behaviour: unconditional unknown
		return
	}
	http.Get("https://files.example/index")
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://files.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
