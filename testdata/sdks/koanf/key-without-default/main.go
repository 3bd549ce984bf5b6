// Command key-without-default asks koanf for a key that has no default.
package main

import (
	"net/http"

	"github.com/knadh/koanf/providers/file"
	"github.com/knadh/koanf/v2"
)

func main() {
	k := koanf.New(".")
	_ = k.Load(file.Provider("/etc/tool.json"), nil)
	if k.Bool("telemetry") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:telemetry
}
