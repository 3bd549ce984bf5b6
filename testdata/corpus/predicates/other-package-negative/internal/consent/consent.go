// Package consent knows what the user said.
package consent

import "os"

// Refused reports whether the user said no.
func Refused() bool { return os.Getenv("X_NO_TELEMETRY") != "" }
