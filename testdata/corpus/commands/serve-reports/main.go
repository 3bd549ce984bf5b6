// Command serve-reports reports usage from the command that everybody runs.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		log.Fatal("usage: tool serve")
	}
	switch os.Args[1] {
	case "serve":
		sendTelemetry()
		println("serving")
	default:
		log.Fatalf("unknown command %q", os.Args[1])
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
