// Command serving-package serves metrics and its own pages on one
// address; what a page fetches has nothing to do with the package that serves.
package main

import (
	"net/http"

	"example.org/corpus/purpose/serving-package/telemetry"
)

func main() {
	telemetry.Expose(http.HandlerFunc(members))
}

func members(w http.ResponseWriter, r *http.Request) {
	http.Get("https://directory.example/members") // behaviour: unconditional unknown
}
