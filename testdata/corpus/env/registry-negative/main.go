// Command registry-negative asks a registered variable, read when asked,
// whether to skip its check.
package main

import (
	"net/http"

	"example.org/corpus/env/registry-negative/internal/env"
)

// vet: at-most

var (
	verbose   = env.Bool("X_VERBOSE", "say more")
	skipCheck = env.Bool("X_SKIP_UPDATE_CHECK", "do not look for a new version")
)

func main() {
	if skipCheck() { // finding: optout/opt-out-env-only
		return
	}
	checkUpdate()
	if verbose() {
		println("checked")
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update env:X_SKIP_UPDATE_CHECK
}
