// Command helper-default-on reads its variable through a helper that answers
// "on" when it is unset.
package main

import (
	"net/http"
	"strings"

	"example.org/corpus/env/helper-default-on/internal/env"
)

// vet: at-most

func main() {
	if strings.EqualFold(env.Get("X_UPDATE", "on"), "off") { // finding: optout/opt-out-env-only
		return
	}
	checkUpdate()
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update env:X_UPDATE
}
