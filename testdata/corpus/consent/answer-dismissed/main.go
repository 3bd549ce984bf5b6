// Command answer-dismissed asks, and takes an answer that is none for a
// dismissal.
package main

import (
	"fmt"
	"net/http"
	"strings"
)

// ask returns what was answered.
func ask(question string) string {
	fmt.Print(question)
	var answer string
	fmt.Scanln(&answer)
	return answer
}

// parse understands an answer; false is for one that is none.
func parse(answer string) (yes, ok bool) {
	switch strings.ToLower(answer) {
	case "y", "yes":
		return true, true
	case "n", "no":
		return false, true
	}
	return false, false
}

func main() {
	yes, ok := parse(ask("Send usage data? [y/n] "))
	if !ok {
		return
	}
	if yes {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage prompt
}
