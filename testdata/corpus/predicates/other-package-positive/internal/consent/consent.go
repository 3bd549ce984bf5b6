// Package consent knows what the user said.
package consent

import "os"

// Granted reports whether the user said yes.
func Granted() bool { return os.Getenv("X_TELEMETRY") == "1" }
