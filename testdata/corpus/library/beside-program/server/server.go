// Package server is for other programs.
package server

import "example.org/corpus/library/beside-program/report"

// Serve serves.
func Serve() {
	report.Send()
}
