// Command list-that-shortens sends when a loop has taken all numbers off a list.
package main

import "net/http"

func sum(list []int) (n int) {
	for ; len(list) > 0; list = list[1:] {
		n += list[0]
	}
	return n
}

func main() {
	if sum([]int{1, 2, 3}) > 0 {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage trigger=start host=collector.example // finding: telemetry/no-consent
}
