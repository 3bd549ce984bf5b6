// Package server is for other programs.
package server

import "example.org/corpus/library/beside-idle-program/internal/report"

// Serve serves.
func Serve() { report.Send() }
