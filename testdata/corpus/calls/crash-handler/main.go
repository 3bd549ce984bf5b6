// Command crash-handler sends when it panics: a panic is a condition, nobody's
// consent.
package main

import (
	"net/http"
	"os"
)

func main() {
	defer func() {
		if r := recover(); r != nil {
			sendCrashReport()
		}
	}()
	work(os.Args)
}

func work(args []string) { println(args[1]) }

func sendCrashReport() {
	http.Get("https://crash.example/crash-reports") // behaviour: unconditional crash // finding: telemetry/no-consent
}
