// Package checkpoint is a library with two ways in, each of which asks the
// negative variable by itself: two behaviours with one site.
package checkpoint

import (
	"net/http"
	"os"
	"time"
)

// Check asks for the newest version.
func Check() error {
	if os.Getenv("X_CHECK_DISABLE") != "" { // finding: optout/opt-out-env-only
		return nil
	}
	_, err := http.Get("https://checkpoint.example/v1/check/tool") // behaviour: opt-out update env:X_CHECK_DISABLE // behaviour: opt-out update env:X_CHECK_DISABLE
	return err
}

// CheckInterval asks again and again until stop is closed.
func CheckInterval(every time.Duration, stop <-chan struct{}) {
	if os.Getenv("X_CHECK_DISABLE") != "" { // finding: optout/opt-out-env-only
		return
	}
	for {
		select {
		case <-time.After(every):
			_ = Check()
		case <-stop:
			return
		}
	}
}
