// Command prompt-asked-again-default-yes asks until it gets an answer that it
// knows, and knows none at all as a yes.
package main

import (
	"bufio"
	"net/http"
	"os"
	"strings"
)

func main() {
	yes, err := ask()
	if err != nil {
		println(err.Error())
		return
	}
	if yes { // finding: optout/prompt-default-yes@main.go
		sendTelemetry()
	}
}

func ask() (bool, error) {
	in := bufio.NewReader(os.Stdin)
	for {
		print("Send usage data? [Y/n] ")
		answer, err := in.ReadString('\n')
		if err != nil {
			return false, err
		}
		switch strings.TrimSpace(answer) {
		case "", "y":
			return true, nil
		case "n":
			return false, nil
		}
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage prompt
}
