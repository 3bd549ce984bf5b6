// Command refusal-sent-as-data asks, and sends the refusal, too.
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
	data := "version=1"
	if strings.TrimSpace(answer) != "y" {
		data = "opt-out"
	}
	sendTelemetry(data)
}

func sendTelemetry(data string) {
	http.Post("https://collector.example/telemetry", "text/plain", strings.NewReader(data)) // behaviour: unconditional usage // finding: telemetry/refusal-sent
}
