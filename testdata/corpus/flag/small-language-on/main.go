// Command small-language-on has a flag whose text is a small language, in
// which the default allows reports.
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
	text := flag.String("telemetry", "reports=true;colour=false", "what is told to the authors") // finding: optout/default-on
	flag.Parse()
	if settings(*text)["reports"] == "true" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
