// Command answer-sent-as-data asks for a name, and reports it: nobody was asked
// whether, so nobody could refuse.
package main

import (
	"bufio"
	"net/http"
	"os"
	"strings"
)

func main() {
	print("What is your name? ")
	name, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	sendTelemetry(strings.TrimSpace(name))
}

func sendTelemetry(data string) {
	http.Post("https://collector.example/telemetry", "text/plain", strings.NewReader(data)) // behaviour: unconditional usage // finding: telemetry/no-consent
}
