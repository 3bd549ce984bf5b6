// Command declared-company reports to a company that its policy names; whoever
// says yes can know.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	if *on {
		go http.Get("https://api.mixpanel.com/track?data=start") // behaviour: opt-out usage flag:telemetry // audit-finding: telemetry/consent-not-held
	}
}
