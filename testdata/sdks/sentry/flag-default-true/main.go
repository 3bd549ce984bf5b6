// Command flag-default-true starts Sentry unless a flag refuses; what is
// captured later depends on that.
package main

import (
	"flag"

	"github.com/getsentry/sentry-go"
)

func main() {
	on := flag.Bool("crash-reports", true, "send crash reports") // finding: optout/default-on
	flag.Parse()
	if *on {
		_ = sentry.Init(sentry.ClientOptions{Dsn: "https://key@crash.example/1"})
	}
	sentry.CaptureMessage("start") // behaviour: opt-out crash flag:crash-reports
}
