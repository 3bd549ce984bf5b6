// Command about-output has a negative flag about its output, which it asks on
// the way to its report: it promises nothing about that.
package main

import (
	"flag"
	"net/http"
	"os"
)

func main() {
	plain := flag.Bool("no-color", false, "print without colours")
	flag.Parse()
	prompt := "\x1b[1m>\x1b[0m"
	if *plain {
		prompt = ">"
	}
	if _, err := os.Stdout.WriteString(prompt); err != nil {
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
