// Package usage is a library alone: its callers say by a word whether it sends,
// and saying nothing is a no, so nothing is found here.
package usage

import "net/http"

// Settings are the caller's.
type Settings struct{ Reports string }

// Report sends if the caller said "on", or an address.
func Report(s Settings) {
	if to := target(s); to != "" {
		http.Get(to) // behaviour: opt-out usage caller
	}
}

func target(s Settings) string {
	switch s.Reports {
	case "":
		return ""
	case "on":
		return "https://collector.example/usage"
	}
	return s.Reports + "/usage"
}
