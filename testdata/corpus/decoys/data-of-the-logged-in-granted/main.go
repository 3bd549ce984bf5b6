// Command data-of-the-logged-in-granted sends data of those who are logged
// in, and an empty message of all others, if a flag allows it.
package main

import (
	"bytes"
	"flag"
	"net/http"
	"os"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	meta := []byte("user=nobody&version=1.0")
	if _, err := os.Stat("session"); err != nil {
		meta = nil
	}
	if *on {
		sendTelemetry(meta)
	}
}

func sendTelemetry(meta []byte) {
	http.Post("https://collector.example/telemetry", "text/plain", bytes.NewReader(meta)) // behaviour: opt-in usage flag:telemetry
}
