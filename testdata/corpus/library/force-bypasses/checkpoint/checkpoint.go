// Package checkpoint asks for new versions.
package checkpoint

import (
	"net/http"
	"os"
)

// Params says what to check.
type Params struct{ Force bool }

// Check asks for the newest version.
func Check(p *Params) error {
	if os.Getenv("X_CHECK_DISABLE") != "" && !p.Force { // vet-finding: optout/opt-out-env-only
		return nil
	}
	_, err := http.Get("https://checkpoint.example/v1/check/tool") // behaviour: unconditional update // audit-finding: telemetry/no-consent telemetry/decoy-switch
	return err
}
