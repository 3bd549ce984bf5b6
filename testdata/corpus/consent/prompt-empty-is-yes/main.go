// Command prompt-empty-is-yes asks, and lists the empty answer among the ones
// that say yes.
package main

import (
	"fmt"
	"net/http"
)

func yes(question string) bool {
	fmt.Print(question)
	var answer string
	fmt.Scanln(&answer)
	return answer == "" || answer == "y"
}

func main() {
	if yes("Send usage data? [Y/n] ") { // finding: optout/prompt-default-yes@main.go
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage prompt
}
