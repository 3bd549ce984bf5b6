// Package usage reports usage.
package usage

import "net/http"

// Report sends.
func Report() {
	http.Get("https://collector.example/usage") // behaviour: opt-in usage flag:usage
}
