// Package usage reports usage where its caller says so.
package usage

import "net/http"

// Report sends if on.
func Report(on bool) {
	if on {
		http.Get("https://collector.example/usage") // behaviour: opt-in usage flag:usage
	}
}
