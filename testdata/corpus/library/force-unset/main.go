// Command force-unset calls a library's check without Force: the library's
// variable decides.
package main

import "example.org/corpus/library/force-unset/checkpoint"

func main() {
	_ = checkpoint.Check(&checkpoint.Params{}) // vet-finding: optout/opt-out-env-only
}
