// Command error-told tells that its report failed, and goes on.
package main

import (
	"flag"
	"log"
	"net/http"
	"time"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		if err := sendTelemetry(); err != nil {
			log.Print(err)
		}
	}
	println("working")
}

func sendTelemetry() error {
	client := &http.Client{Timeout: 3 * time.Second}
	_, err := client.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
	return err
}
