// Command helper-default-off reads its variable through a helper that answers
// "off" when it is unset.
package main

import (
	"net/http"
	"strings"

	"example.org/corpus/env/helper-default-off/internal/env"
)

func main() {
	if strings.EqualFold(env.Get("X_UPDATE", "off"), "on") {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update env:X_UPDATE
}
