// Command disabled-field-from-flag fills the field that keeps a library silent
// from a flag.
package main

import (
	"flag"

	"example.org/corpus/library/disabled-field-from-flag/usage"
)

func main() {
	on := flag.Bool("usage", false, "send usage data")
	flag.Parse()
	usage.Report(usage.Options{Disabled: !*on})
}
