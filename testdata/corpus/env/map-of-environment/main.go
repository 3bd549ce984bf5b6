// Command map-of-environment puts the environment into a map and asks that; one
// variable refuses.
package main

import (
	"net/http"
	"os"
	"strconv"
	"strings"
)

// A state is what the process was started with.
type state struct {
	env  map[string]string
	send bool
}

func environment(list []string) map[string]string {
	env := make(map[string]string, len(list))
	for _, entry := range list {
		name, value := split(entry)
		env[name] = value
	}
	return env
}

func split(entry string) (string, string) {
	if i := strings.IndexRune(entry, '='); i != -1 {
		return entry[:i], entry[i+1:]
	}
	return entry, ""
}

func main() {
	s := &state{env: environment(os.Environ()), send: true}
	if text, ok := s.env["TOOL_TELEMETRY"]; ok {
		if on, err := strconv.ParseBool(text); err == nil {
			s.send = on
		}
	}
	if s.send { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:TOOL_TELEMETRY
}
