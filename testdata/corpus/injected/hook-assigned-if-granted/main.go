// Command hook-assigned-if-granted assigns a sender to the hook of a library
// if a flag allows it.
package main

import (
	"flag"
	"net/http"

	"example.org/corpus/injected/hook-assigned-if-granted/track"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		track.Hook = func(event string) {
			http.Get("https://collector.example/telemetry?event=" + event) // behaviour: opt-in usage flag:telemetry
		}
	}
	track.Track("start")
}
