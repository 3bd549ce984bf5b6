// Command list-of-pairs-off keeps its defaults in a list of keys and values,
// which says off.
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

var defaults = kvs{{"colour", "on"}, {"enable", "off"}}

func env(name, unset string) string {
	if v, ok := os.LookupEnv(name); ok {
		return v
	}
	return unset
}

func main() {
	if env("X_TELEMETRY_ENABLE", defaults.get("enable")) == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY_ENABLE
}
