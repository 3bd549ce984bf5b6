// Command hook-assigned assigns a sender to the hook of a library.
package main

import (
	"net/http"

	"example.org/corpus/injected/hook-assigned/track"
)

func main() {
	track.Hook = func(event string) {
		http.Get("https://collector.example/telemetry?event=" + event) // behaviour: unconditional usage // finding: telemetry/no-consent
	}
	track.Track("start")
}
