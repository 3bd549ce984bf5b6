// Command field-of-other-package lets a flag write a field that a reporter two
// packages away reads.
package main

import (
	"flag"

	"example.org/corpus/flag/field-of-other-package/internal/config"
	"example.org/corpus/flag/field-of-other-package/internal/telemetry"
)

// vet: at-most

func main() {
	var c config.Config
	flag.BoolVar(&c.Reporting.Enabled, "reporting.enabled", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	telemetry.New(&c).Send()
}
