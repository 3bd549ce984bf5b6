// Command name-resolved-behind-gate asks whether it may report before it looks
// its collector up.
package main

import (
	"flag"
	"net"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if !*on {
		return
	}
	addresses, err := net.LookupHost("collector.example") // behaviour: opt-in any flag:telemetry
	if err != nil || len(addresses) == 0 {
		return
	}
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
