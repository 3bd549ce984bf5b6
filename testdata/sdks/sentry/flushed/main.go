// Command flushed reports to Sentry the company unless a variable refuses, and
// waits at the end until that is sent: that is the same report.
package main

import (
	"os"
	"time"

	"github.com/getsentry/sentry-go"
)

func main() {
	if os.Getenv("X_NO_CRASH_REPORTS") != "" { // finding: optout/opt-out-env-only
		return
	}
	_ = sentry.Init(sentry.ClientOptions{Dsn: "https://key@o1.ingest.sentry.io/1"})
	defer sentry.Flush(2 * time.Second)
	sentry.CaptureMessage("start") // behaviour: opt-out crash env:X_NO_CRASH_REPORTS host=o1.ingest.sentry.io // finding: telemetry/third-party-collector
}
