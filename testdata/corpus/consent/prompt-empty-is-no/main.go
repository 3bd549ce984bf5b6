// Command prompt-empty-is-no asks, and leaves the empty answer out of the ones
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
	return answer == "yes" || answer == "y"
}

func main() {
	if yes("Send usage data? [y/N] ") {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage prompt
}
