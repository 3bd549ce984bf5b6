// Command small-language-off has a flag whose text is a small language, in
// which the default allows no reports.
package main

import (
	"flag"
	"net/http"
	"strings"
)

// settings reads NAME=VALUE; again and again.
func settings(text string) map[string]string {
	out := map[string]string{}
	for _, part := range strings.Split(text, ";") {
		if name, value, ok := strings.Cut(part, "="); ok {
			out[name] = value
		}
	}
	return out
}

func main() {
	text := flag.String("telemetry", "reports=false;colour=true", "what is told to the authors")
	flag.Parse()
	if settings(*text)["reports"] == "true" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
