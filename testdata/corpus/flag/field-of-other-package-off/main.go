// Command field-of-other-package-off lets a flag with default false write a
// field that a reporter two packages away reads.
package main

import (
	"flag"

	"example.org/corpus/flag/field-of-other-package-off/internal/config"
	"example.org/corpus/flag/field-of-other-package-off/internal/telemetry"
)

func main() {
	var c config.Config
	flag.BoolVar(&c.Reporting.Enabled, "reporting.enabled", false, "send usage data")
	flag.Parse()
	telemetry.New(&c).Send()
}
