// Command file-for-all-users-grants sends if a configuration file for all users,
// which is named for the program, says yes; on a fresh install it is not there.
package main

import (
	"net/http"
	"os"
	"strings"
)

func main() {
	text, err := os.ReadFile("/etc/file-for-all-users-grants.conf")
	if err != nil {
		return
	}
	if strings.TrimSpace(string(text)) == "telemetry=yes" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:file-for-all-users-grants.conf
}
