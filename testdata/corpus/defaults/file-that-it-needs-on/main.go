// Command file-that-it-needs-on is a server that ends where its settings are
// missing, so that who runs it has written them; unless they refuse, it reports.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
)

type config struct {
	Address          string `json:"address"`
	DisableTelemetry bool   `json:"disable_telemetry"`
}

func read(name string) []byte {
	text, err := os.ReadFile(name)
	if err != nil {
		log.Fatal(err)
	}
	return text
}

func main() {
	c := &config{}
	_ = json.Unmarshal(read("/etc/file-that-it-needs-on/config.json"), c)
	if !c.DisableTelemetry { // finding: optout/default-on
		go sendTelemetry()
	}
	log.Fatal(http.ListenAndServe(c.Address, nil))
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:disable_telemetry
}
