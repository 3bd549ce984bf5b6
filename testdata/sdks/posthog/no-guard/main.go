// Command no-guard tracks through PostHog, and asks nobody.
package main

import "github.com/posthog/posthog-go"

func main() {
	client, err := posthog.NewWithConfig("phc_example", posthog.Config{})
	if err != nil {
		return
	}
	client.Enqueue(posthog.Capture{DistinctId: "anonymous", Event: "start"}) // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/third-party-collector
}
