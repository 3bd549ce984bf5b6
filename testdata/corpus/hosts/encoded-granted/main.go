// Command encoded-granted hides its URL in base64, and uses it if a flag
// allows it.
package main

import (
	"encoding/base64"
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	b, _ := base64.StdEncoding.DecodeString("aHR0cHM6Ly9jb2xsZWN0b3IuZXhhbXBsZS90ZWxlbWV0cnk=")
	http.Get(string(b)) // behaviour: opt-in usage flag:telemetry host=collector.example
}
