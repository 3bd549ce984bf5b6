// Command own-endpoint speaks to PostHog run by the project itself: a fault,
// and no third party's.
package main

import "github.com/posthog/posthog-go"

func main() {
	client, err := posthog.NewWithConfig("phc_example", posthog.Config{Endpoint: "https://stats.example"})
	if err != nil {
		return
	}
	client.Enqueue(posthog.Capture{DistinctId: "anonymous", Event: "start"}) // behaviour: unconditional usage host=stats.example // finding: telemetry/no-consent
}
