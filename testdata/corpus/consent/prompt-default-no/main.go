// Command prompt-default-no asks, and takes an empty answer for no.
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
	if strings.TrimSpace(answer) != "y" {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage prompt
}
