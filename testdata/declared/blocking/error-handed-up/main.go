// Command error-handed-up hands the error of its report up to where it
// ends the program.
package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"
	"time"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if err := run(*on); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(report bool) error {
	if report {
		if err := sendTelemetry(); err != nil {
			return fmt.Errorf("report: %w", err)
		}
	}
	println("working")
	return nil
}

func sendTelemetry() error {
	client := &http.Client{Timeout: 3 * time.Second}
	resp, err := client.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry // finding: telemetry/blocking
	if err != nil {
		return err
	}
	return resp.Body.Close()
}
