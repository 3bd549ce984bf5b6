// Command settings-from-network lets an answer from the network decide: a
// condition of the world, nobody's consent.
package main

import (
	"encoding/json"
	"net/http"
)

type config struct {
	Telemetry bool `json:"telemetry"`
}

func fetch() (c config) {
	resp, err := http.Get("https://settings.example/data.json") // behaviour: unconditional unknown host=settings.example
	if err != nil {
		return c
	}
	defer resp.Body.Close()
	_ = json.NewDecoder(resp.Body).Decode(&c)
	return c
}

func main() {
	if fetch().Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
