// Command beside-program guards what a package beside it, which is not part of it, does unasked.
package main

import (
	"flag"

	"example.org/corpus/library/beside-program/internal/report"
)

func main() {
	on := flag.Bool("usage", false, "send usage data")
	flag.Parse()
	if *on {
		report.Send()
	}
}
