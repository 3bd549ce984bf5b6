// Package trip performs requests by the transport that its callers give.
package trip

import "net/http"

// Once performs r by rt.
func Once(rt http.RoundTripper, r *http.Request) { rt.RoundTrip(r) }
