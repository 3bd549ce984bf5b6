// Package telemetry serves whatever it is given.
package telemetry

import "net/http"

// Expose serves.
func Expose(pages http.Handler) { http.ListenAndServe("localhost:9090", pages) }
