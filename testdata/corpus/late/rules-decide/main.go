// Command rules-decide fetches rules from its collector, which say whether to
// report at all, before it asks whether it may.
package main

import (
	"encoding/json"
	"flag"
	"net/http"
)

type rules struct {
	Wanted bool `json:"wanted"`
}

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	r := fetchRules()
	if *on && r.Wanted {
		sendTelemetry()
	}
}

func fetchRules() *rules {
	resp, err := http.Get("https://collector.example/rules") // behaviour: unconditional usage // finding: telemetry/no-consent telemetry/late-consent
	if err != nil {
		return new(rules)
	}
	defer resp.Body.Close()
	r := new(rules)
	json.NewDecoder(resp.Body).Decode(r)
	return r
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
