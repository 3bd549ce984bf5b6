// Command key-without-default asks an INI file, and takes a missing key for a
// no.
package main

import (
	"net/http"

	"gopkg.in/ini.v1"
)

func main() {
	cfg, err := ini.LooseLoad("/etc/tool.ini")
	if err != nil {
		return
	}
	if on, err := cfg.Section("privacy").Key("telemetry").Bool(); err == nil && on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage config:privacy.telemetry
}
