// Package sender sends what its callers give with what its callers give.
package sender

import "net/http"

// A Doer performs requests.
type Doer interface {
	Do(*http.Request) (*http.Response, error)
}

// Send performs r by d.
func Send(d Doer, r *http.Request) { d.Do(r) }
