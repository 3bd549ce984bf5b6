// Command lost-into-a-field keeps in a field whether to send, by a test of something of which too much is possible.
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

type settings struct{ report bool }

func main() {
	s := &settings{}
	if word(len(os.Args)) == "three" {
		s.report = true
	}
	if s.report {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unknown usage // finding: telemetry/undecided
}
