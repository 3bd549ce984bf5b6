// Command force-bypasses calls a library's check with Force: the variable that
// says no is not asked.
package main

import "example.org/corpus/library/force-bypasses/checkpoint"

func main() {
	_ = checkpoint.Check(&checkpoint.Params{Force: true}) // vet-finding: telemetry/no-consent telemetry/decoy-switch
}
