// Package sender is a library alone: who sends, and whether, is its callers'
// choice, so nothing is found here.
package sender

import "net/http"

// A Doer performs requests.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// no behaviours

// Send performs r by d.
func Send(d Doer, r *http.Request) { d.Do(r) }
