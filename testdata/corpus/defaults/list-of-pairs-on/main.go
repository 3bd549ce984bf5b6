// Command list-of-pairs-on keeps its defaults in a list of keys and values,
// which says on.
package main

import (
	"net/http"
	"os"
)

type kv struct{ key, value string }

type kvs []kv

func (list kvs) get(key string) string {
	for _, e := range list {
		if e.key == key {
			return e.value
		}
	}
	return ""
}

var defaults = kvs{{"colour", "on"}, {"enable", "on"}}

func env(name, unset string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return unset
}

func main() {
	if env("X_TELEMETRY_ENABLE", defaults.get("enable")) == "on" { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_TELEMETRY_ENABLE
}
