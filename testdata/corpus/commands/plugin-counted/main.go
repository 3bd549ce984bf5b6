// Command plugin-counted reports its usage when somebody asks it for a plugin:
// that was not what was asked for.
package main

import (
	"net/http"
	"os"
)

func main() {
	if len(os.Args) > 2 && os.Args[1] == "install-plugin" {
		sendTelemetry()
		return
	}
	println("working")
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
