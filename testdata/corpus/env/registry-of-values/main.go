// Command registry-of-values asks a value of a registry of variables whether
// to skip its check.
package main

import (
	"net/http"

	"example.org/corpus/env/registry-of-values/internal/env"
)

// vet: at-most

var skipCheck = env.New("X_SKIP_UPDATE_CHECK", "do not look for a new version")

func main() {
	for _, line := range env.Help() {
		println(line)
	}
	if !skipCheck.Value() { // finding: optout/opt-out-env-only
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update env:X_SKIP_UPDATE_CHECK
}
