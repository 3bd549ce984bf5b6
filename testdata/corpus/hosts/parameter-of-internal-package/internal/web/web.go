// Package web performs requests.
package web

import "net/http"

// Get asks for url.
func Get(url string) { http.Get(url) }
