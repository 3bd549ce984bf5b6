// Command dsn-from-flag reports to where a flag says; without it nothing is
// sent.
package main

import (
	"flag"

	"github.com/getsentry/sentry-go"
)

func main() {
	dsn := flag.String("sentry-dsn", "", "where to send crash reports")
	flag.Parse()
	if *dsn == "" {
		return
	}
	_ = sentry.Init(sentry.ClientOptions{Dsn: *dsn})
	sentry.CaptureMessage("start") // behaviour: opt-in crash flag:sentry-dsn
}
