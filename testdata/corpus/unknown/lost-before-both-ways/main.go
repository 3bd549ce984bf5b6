// Command lost-before-both-ways tests something of which too much is possible, prints one thing or another, and sends.
package main

import (
	"net/http"
	"os"
)

// word is one of more words than are followed one by one.
func word(n int) string {
	switch n {
	case 0:
		return "one"
	case 1:
		return "two"
	case 2:
		return "three"
	case 3:
		return "four"
	case 4:
		return "five"
	case 5:
		return "six"
	case 6:
		return "seven"
	case 7:
		return "eight"
	case 8:
		return "nine"
	case 9:
		return "ten"
	}
	return "many"
}

func main() {
	if word(len(os.Args)) == "three" {
		println("hello")
	} else {
		println("good day to you")
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
