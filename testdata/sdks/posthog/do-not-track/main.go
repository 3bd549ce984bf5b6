// Command do-not-track tracks through PostHog unless DO_NOT_TRACK is 1.
package main

import (
	"os"

	"github.com/posthog/posthog-go"
)

func main() {
	if os.Getenv("DO_NOT_TRACK") != "1" { // finding: optout/opt-out-env-only
		track()
	}
}

func track() {
	client, err := posthog.NewWithConfig("phc_example", posthog.Config{})
	if err != nil {
		return
	}
	client.Enqueue(posthog.Capture{DistinctId: "anonymous", Event: "start"}) // behaviour: opt-out usage env:DO_NOT_TRACK // finding: telemetry/third-party-collector
}
