// Command unguarded-internal guards the call of an internal package: nobody
// else can call it.
package main

import (
	"flag"

	"example.org/corpus/library/unguarded-internal/internal/usage"
)

func main() {
	on := flag.Bool("usage", false, "send usage data")
	flag.Parse()
	if *on {
		usage.Report()
	}
}
