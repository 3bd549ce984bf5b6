// Command report reports by go-checkpoint, which a variable can stop.
package main

import (
	"context"

	checkpoint "github.com/hashicorp/go-checkpoint"
)

func main() {
	_ = checkpoint.Report(context.Background(), &checkpoint.ReportParams{Product: "tool"}) // behaviour: opt-out usage env:CHECKPOINT_DISABLE // audit-finding: optout/opt-out-env-only@github.com/hashicorp/go-checkpoint@v0.5.0/telemetry.go:58 // vet-finding: optout/opt-out-env-only
}
