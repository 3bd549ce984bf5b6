// Command registry-positive asks a registered variable, read when asked,
// whether to check.
package main

import (
	"net/http"

	"example.org/corpus/env/registry-positive/internal/env"
)

var (
	verbose = env.Bool("X_VERBOSE", "say more")
	check   = env.Bool("X_UPDATE_CHECK", "look for a new version")
)

func main() {
	if check() {
		checkUpdate()
	}
	if verbose() {
		println("done")
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update env:X_UPDATE_CHECK
}
