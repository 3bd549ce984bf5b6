// Command small-language-split-on has a flag whose text is a small language, in
// which the default allows reports.
package main

import (
	"flag"
	"net/http"
	"strings"
)

// settings reads NAME:VALUE, with commas.
func settings(text string) map[string]string {
	out := map[string]string{}
	for _, part := range strings.Split(text, ",") {
		if kv := strings.SplitN(part, ":", 2); len(kv) == 2 {
			out[strings.TrimSpace(kv[0])] = strings.ToLower(kv[1])
		}
	}
	return out
}

func main() {
	text := flag.String("telemetry", "colour:true, reports:true", "what is told to the authors") // finding: optout/default-on
	flag.Parse()
	if settings(*text)["reports"] == "true" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
