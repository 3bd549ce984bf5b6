// Command client-stays-nil has a PostHog client only where a flag makes one.
package main

import (
	"flag"

	"github.com/posthog/posthog-go"
)

var client posthog.Client

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		client = posthog.New("phc_example")
	}
	track("start")
}

func track(event string) {
	if client == nil {
		return
	}
	client.Enqueue(posthog.Capture{DistinctId: "anonymous", Event: event}) // behaviour: opt-in usage flag:telemetry
}
