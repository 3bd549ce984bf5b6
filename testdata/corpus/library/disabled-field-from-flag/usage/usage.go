// Package usage reports usage.
package usage

import "net/http"

// Options are the caller's.
type Options struct{ Disabled bool }

// Report sends unless the caller disabled it.
func Report(o Options) {
	if o.Disabled {
		return
	}
	http.Get("https://collector.example/usage") // behaviour: opt-in usage flag:usage
}
