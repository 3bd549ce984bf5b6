// Command default-true asks an INI file, and takes a missing key for a yes.
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
	if cfg.Section("privacy").Key("telemetry").MustBool(true) { // finding: optout/default-on
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage config:privacy.telemetry
}
