// Command two-packages-apart-flag guards a send two packages away by a flag
// with default true.
package main

import (
	"flag"

	"example.org/corpus/library/two-packages-apart-flag/internal/report"
)

func main() {
	on := flag.Bool("usage", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	if *on {
		report.Start()
	}
}
