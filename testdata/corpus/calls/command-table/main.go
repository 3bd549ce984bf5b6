// Command command-table dispatches to commands; serving is ordinary work that
// sends.
package main

import (
	"net/http"
	"os"
)

type command struct {
	name string
	run  func()
}

var commands = []command{
	{"serve", serve},
	{"help", func() { println("usage: tool serve") }},
}

func main() {
	for _, c := range commands {
		if len(os.Args) > 1 && c.name == os.Args[1] {
			c.run()
		}
	}
}

func serve() { sendTelemetry() }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
