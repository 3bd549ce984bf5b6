// Command refusal-sent-on-request asks, sends a yes and a no alike, and takes an
// empty answer for neither.
package main

import (
	"bufio"
	"net/http"
	"os"
	"strings"
)

func main() {
	print("Send usage data? [y/n/Q] ")
	answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	data := "version=1"
	switch strings.TrimSpace(answer) {
	case "y":
	case "n":
		data = "opt-out"
	default:
		return
	}
	sendTelemetry(data)
}

func sendTelemetry(data string) {
	http.Post("https://collector.example/telemetry", "text/plain", strings.NewReader(data)) // behaviour: opt-in usage prompt // finding: telemetry/refusal-sent
}
