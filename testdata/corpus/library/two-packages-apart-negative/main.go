// Command two-packages-apart-negative asks a negative variable two packages
// away from the send.
package main

import (
	"os"

	"example.org/corpus/library/two-packages-apart-negative/internal/report"
)

func main() {
	if os.Getenv("X_NO_USAGE") != "" { // finding: optout/opt-out-env-only
		return
	}
	report.Start()
}
