// Command plain asks for new versions by go-checkpoint, which a variable can
// stop.
package main

import checkpoint "github.com/hashicorp/go-checkpoint"

func main() {
	_, _ = checkpoint.Check(&checkpoint.CheckParams{Product: "tool", Version: "1.0.0"}) // behaviour: opt-out update env:CHECKPOINT_DISABLE // audit-finding: optout/opt-out-env-only@github.com/hashicorp/go-checkpoint@v0.5.0/check.go:97 // vet-finding: optout/opt-out-env-only
}
