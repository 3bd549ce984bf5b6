// Command prompt-helper-default-no asks through a helper with a default answer,
// and its helper takes an empty answer for the no that it is given.
package main

import (
	"bufio"
	"net/http"
	"os"
	"strings"
)

func main() {
	if confirm("Send usage data?", false) {
		sendTelemetry()
	}
}

func confirm(question string, preset bool) bool {
	print(question, " ")
	line, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	switch strings.ToLower(strings.TrimSpace(line)) {
	case "":
		return preset
	case "y", "yes":
		return true
	}
	return false
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage prompt
}
