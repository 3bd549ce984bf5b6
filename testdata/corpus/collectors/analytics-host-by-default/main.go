// Command analytics-host-by-default sends what it does to an analytics company
// unless a flag refuses.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("analytics", true, "help to improve this program") // finding: optout/default-on
	flag.Parse()
	if *on {
		http.Get("https://api.mixpanel.com/track?data=start") // behaviour: opt-out usage flag:analytics // finding: telemetry/third-party-collector
	}
}
