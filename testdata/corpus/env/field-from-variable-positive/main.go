// Command field-from-variable-positive sets a positive field where a
// variable says so.
package main

import (
	"net/http"
	"os"
	"strings"
)

type config struct{ Check bool }

func enabled(v string) bool { return v == "1" || strings.EqualFold(v, "true") }

func settings() *config {
	c := &config{}
	c.Check = false
	if enabled(os.Getenv("X_UPDATE_CHECK")) {
		c.Check = true
	}
	return c
}

func main() {
	if c := settings(); c.Check {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update env:X_UPDATE_CHECK
}
