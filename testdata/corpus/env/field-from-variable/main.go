// Command field-from-variable sets a negative field where a variable says
// so.
package main

import (
	"net/http"
	"os"
	"strings"
)

type config struct{ Disable bool }

func enabled(v string) bool { return v == "1" || strings.EqualFold(v, "true") }

func settings() *config {
	c := &config{}
	c.Disable = false
	if enabled(os.Getenv("X_DISABLE_UPDATE_CHECK")) {
		c.Disable = true
	}
	return c
}

func main() {
	if c := settings(); !c.Disable { // finding: optout/opt-out-env-only@main.go
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update env:X_DISABLE_UPDATE_CHECK
}
