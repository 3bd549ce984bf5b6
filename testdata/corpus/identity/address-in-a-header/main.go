// Command address-in-a-header sends the first hardware address that it finds, in a header.
package main

import (
	"fmt"
	"net"
	"net/http"
	"os"
)

func main() {
	req, err := http.NewRequest("GET", "https://collector.example/telemetry", nil)
	if err != nil || os.Getenv("X_TELEMETRY") != "on" {
		return
	}
	identify(req)
	http.DefaultClient.Do(req) // behaviour: opt-in usage env:X_TELEMETRY
}

// identify says who asks.
func identify(req *http.Request) {
	cards, _ := net.Interfaces()
	for _, card := range cards {
		if len(card.HardwareAddr) > 0 {
			req.Header.Set("X-Origin", fmt.Sprintf("%x", []byte(card.HardwareAddr))) // finding: identity/host-identity
			return
		}
	}
}
