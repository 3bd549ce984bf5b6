// Command work-goes-on asks whether it may report its use, and does its work
// whatever the answer is: who says no has nothing told about that.
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
		println("not reported")
		fetch()
		return
	}
	sendTelemetry()
	fetch()
}

func fetch() {
	http.Get("https://files.example/list") // behaviour: unconditional unknown
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage prompt
}
