// Command beside-idle-program does not do what a package beside it does unasked.
package main

import (
	"flag"

	"example.org/corpus/library/beside-idle-program/report"
)

func main() {
	on := flag.Bool("usage", false, "print usage data")
	flag.Parse()
	if *on {
		println(report.Format)
	}
}
