// Command parameter-from-flag-off passes a flag with default false to a
// library.
package main

import (
	"flag"

	"example.org/corpus/library/parameter-from-flag-off/usage"
)

func main() {
	on := flag.Bool("usage", false, "send usage data")
	flag.Parse()
	usage.Report(*on)
}
