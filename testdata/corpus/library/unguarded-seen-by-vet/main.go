// Command unguarded-seen-by-vet guards the call of a library that has no guard
// of its own: the program is clean, the library is not.
package main

import (
	"flag"

	"example.org/corpus/library/unguarded-seen-by-vet/usage"
)

func main() {
	on := flag.Bool("usage", false, "send usage data")
	flag.Parse()
	if *on {
		usage.Report()
	}
}
