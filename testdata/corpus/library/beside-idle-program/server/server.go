// Package server is for other programs.
package server

import "example.org/corpus/library/beside-idle-program/report"

// Serve serves.
func Serve() {
	report.Send()
}
