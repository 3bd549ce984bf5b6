// Command flag-default-false tracks through PostHog if a flag allows it.
package main

import (
	"flag"

	"github.com/posthog/posthog-go"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
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
	client.Enqueue(posthog.Capture{DistinctId: "anonymous", Event: "start"}) // behaviour: opt-in usage flag:telemetry
}
