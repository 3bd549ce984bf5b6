// Command other-purpose has a flag about crash reports, which promises nothing
// about its usage reports.
package main

import (
	"flag"
	"net/http"
)

func main() {
	crashes := flag.Bool("crash-reports", false, "send crash reports")
	flag.Parse()
	sendTelemetry()
	if *crashes {
		sendCrashReport()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}

func sendCrashReport() {
	http.Get("https://collector.example/crash-report") // behaviour: opt-in crash flag:crash-reports
}
