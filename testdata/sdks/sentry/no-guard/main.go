// Command no-guard reports to Sentry, and asks nobody.
package main

import "github.com/getsentry/sentry-go"

func main() {
	if err := sentry.Init(sentry.ClientOptions{Dsn: "https://key@crash.example/1"}); err != nil {
		return
	}
	sentry.CaptureMessage("start") // behaviour: unconditional crash // finding: telemetry/no-consent
}
