// Command two-packages-apart-positive asks a positive variable two packages
// away from the send.
package main

import (
	"os"

	"example.org/corpus/library/two-packages-apart-positive/internal/report"
)

func main() {
	if os.Getenv("X_USAGE") == "" {
		return
	}
	report.Start()
}
