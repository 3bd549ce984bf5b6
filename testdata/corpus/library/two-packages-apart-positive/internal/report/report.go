// Package report decides what to send.
package report

import "example.org/corpus/library/two-packages-apart-positive/internal/transport"

// Start reports that the program started.
func Start() { transport.SendUsage("start") }
