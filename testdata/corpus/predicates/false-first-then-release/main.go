// Command false-first-then-release asks a predicate that refuses for a
// variable and for development builds.
package main

import (
	"net/http"
	"os"
)

var version = "dev"

func shouldCheck() bool {
	if os.Getenv("X_NO_UPDATE") != "" { // finding: optout/opt-out-env-only@main.go
		return false
	}
	return version != "dev"
}

func main() {
	if shouldCheck() {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update env:X_NO_UPDATE
}
