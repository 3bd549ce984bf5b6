// Command list-in-settings sends to each host that its settings list; none are
// listed on a fresh install.
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
	var c config
	if text, err := os.ReadFile("config.json"); err == nil {
		_ = json.Unmarshal(text, &c)
	}
	for _, host := range c.Collectors {
		sendTelemetry(host) // behaviour: opt-in usage config:collectors
	}
}

func sendTelemetry(host string) {
	http.Get("https://" + host + "/telemetry")
}
