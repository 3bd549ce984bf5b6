// Package server is for other programs.
package server

import "example.org/corpus/library/beside-program/internal/report"

// Serve serves.
func Serve() {
	report.Send()
}
