// Command parameter-from-flag-on passes a flag with default true to a library.
package main

import (
	"flag"

	"example.org/corpus/library/parameter-from-flag-on/usage"
)

func main() {
	on := flag.Bool("usage", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	usage.Report(*on)
}
