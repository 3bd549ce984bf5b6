// Package thumbs is not in the policy of the test.
package thumbs

import "net/http"

// Load sends where nothing is declared.
func Load() {
	http.Get("https://files.example.org/thumb") // want `; no Function paragraph of the policy covers example.org/x/thumbs:Load(;.*)? \(netscope/undeclared-function\)$`
}

// Draw sends nothing.
func Draw() *http.Request {
	r, _ := http.NewRequest("GET", "https://files.example.org/thumb", nil)
	return r
}
