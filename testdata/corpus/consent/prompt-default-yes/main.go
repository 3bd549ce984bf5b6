// Command prompt-default-yes asks, and takes an empty answer for yes.
package main

import (
	"bufio"
	"net/http"
	"os"
	"strings"
)

func main() {
	print("Send usage data? [Y/n] ")
	answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	if strings.TrimSpace(answer) == "n" { // finding: optout/prompt-default-yes
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage prompt
}
