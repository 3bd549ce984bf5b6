// Command flag-default-true tracks through PostHog unless a flag refuses.
package main

import (
	"flag"

	"github.com/posthog/posthog-go"
)

func main() {
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	if *on {
		track()
	}
}

func track() {
	client, err := posthog.NewWithConfig("phc_example", posthog.Config{})
	if err != nil {
		return
	}
	client.Enqueue(posthog.Capture{DistinctId: "anonymous", Event: "start"}) // behaviour: opt-out usage flag:telemetry // finding: telemetry/third-party-collector
}
