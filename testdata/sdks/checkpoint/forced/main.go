// Command forced asks for new versions by go-checkpoint with Force: the
// variable stops nothing.
package main

import checkpoint "github.com/hashicorp/go-checkpoint"

func main() {
	_, _ = checkpoint.Check(&checkpoint.CheckParams{Product: "tool", Version: "1.0.0", Force: true}) // behaviour: unconditional update // finding: telemetry/no-consent telemetry/decoy-switch
}
