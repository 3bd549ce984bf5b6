// Command same-function-two-values builds one reporter that sends to nobody
// and one that a flag allows.
package main

import (
	"flag"
	"net/http"
)

type reporter struct {
	name string
	send func()
}

func newReporter(name string, remote bool) *reporter {
	if remote {
		return &reporter{name, sendTelemetry}
	}
	return &reporter{name, func() {}}
}

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	newReporter("local", false).send()
	if *on {
		newReporter("remote", true).send()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
