// Command prompt-asked-again asks until it gets an answer that it knows; who
// gives none is asked no more and has sent nothing.
package main

import (
	"bufio"
	"errors"
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
	if yes {
		sendTelemetry()
	}
}

func ask() (bool, error) {
	in := bufio.NewReader(os.Stdin)
	for {
		print("Send usage data? [y/n, or Enter to decide later] ")
		answer, err := in.ReadString('\n')
		if err != nil {
			return false, err
		}
		switch strings.TrimSpace(answer) {
		case "y":
			return true, nil
		case "n":
			return false, nil
		case "":
			return false, errors.New("not decided")
		}
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage prompt
}
