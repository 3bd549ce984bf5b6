// Command flushed-only waits until something is sent that was reported where
// nobody sees it.
package main

import (
	"time"

	"github.com/getsentry/sentry-go"
)

func main() {
	_ = sentry.Init(sentry.ClientOptions{Dsn: "https://key@o1.ingest.sentry.io/1"})
	sentry.Flush(2 * time.Second) // behaviour: unconditional crash host=o1.ingest.sentry.io // finding: telemetry/no-consent telemetry/third-party-collector
}
