// Command list-of-the-program sends to each host of a list that settings may replace.
// The list has a host from the start.
package main

import (
	"encoding/json"
	"net/http"
	"os"
)

type config struct {
	Collectors []string `json:"collectors"`
}

func main() {
	c := config{Collectors: []string{"collector.example"}} // finding: optout/default-on@main.go
	if text, err := os.ReadFile("config.json"); err == nil {
		_ = json.Unmarshal(text, &c)
	}
	for _, host := range c.Collectors {
		sendTelemetry(host) // behaviour: opt-out usage config:collectors
	}
}

func sendTelemetry(host string) {
	http.Get("https://" + host + "/telemetry")
}
