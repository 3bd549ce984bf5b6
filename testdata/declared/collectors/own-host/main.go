// Command own-host reports to a company, and its policy names another host.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	if *on {
		go http.Get("https://api.mixpanel.com/track?data=start") // behaviour: opt-out usage flag:telemetry // finding: netscope/undeclared-host telemetry/third-party-collector // audit-finding: telemetry/consent-not-held
	}
}
