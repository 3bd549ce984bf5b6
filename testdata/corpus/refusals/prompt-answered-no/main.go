// Command prompt-answered-no asks, and tells another address about everybody
// who does not say yes.
package main

import (
	"bufio"
	"net/http"
	"os"
	"strings"
)

func main() {
	print("Send usage data? [y/N] ")
	answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	if strings.TrimSpace(answer) == "y" {
		sendTelemetry("version=1")
	} else {
		sendTelemetryRefusal()
	}
}

func sendTelemetry(data string) {
	http.Post("https://collector.example/telemetry", "text/plain", strings.NewReader(data)) // behaviour: opt-in usage prompt
}

func sendTelemetryRefusal() {
	http.Get("https://collector.example/telemetry/declined") // behaviour: opt-out usage prompt // finding: telemetry/refusal-sent
}
