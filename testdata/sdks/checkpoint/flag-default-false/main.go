// Command flag-default-false asks for new versions by go-checkpoint if a flag
// allows it.
package main

import (
	"flag"

	checkpoint "github.com/hashicorp/go-checkpoint"
)

func main() {
	on := flag.Bool("check", false, "look for a new version")
	flag.Parse()
	if *on {
		_, _ = checkpoint.Check(&checkpoint.CheckParams{Product: "tool", Version: "1.0.0"}) // behaviour: opt-in update flag:check
	}
}
