// Command name-resolved-before-gate looks its collector up before it asks
// whether it may report.
package main

import (
	"flag"
	"net"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	addresses, err := net.LookupHost("collector.example") // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent telemetry/late-consent
	if err != nil || len(addresses) == 0 || !*on {
		return
	}
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
