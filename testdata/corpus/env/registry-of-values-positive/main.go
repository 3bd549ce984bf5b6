// Command registry-of-values-positive asks a value of a registry of
// variables whether to check.
package main

import (
	"net/http"

	"example.org/corpus/env/registry-of-values-positive/internal/env"
)

var check = env.New("X_UPDATE_CHECK", "look for a new version")

func main() {
	for _, line := range env.Help() {
		println(line)
	}
	if check.Value() {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update env:X_UPDATE_CHECK
}
