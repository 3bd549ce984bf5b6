// Package usage is a library alone: its callers can keep it silent, so it is
// theirs to decide and nothing is found here.
package usage

import "net/http"

// Options are the caller's.
type Options struct{ Disabled bool }

// Report sends unless the caller disabled it.
func Report(o Options) {
	if o.Disabled {
		return
	}
	http.Get("https://collector.example/usage") // behaviour: opt-out usage caller
}
