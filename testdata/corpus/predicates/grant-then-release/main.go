// Command grant-then-release asks a predicate that wants a variable and a
// release build.
package main

import (
	"net/http"
	"os"
)

var version = "dev"

func shouldCheck() bool {
	if os.Getenv("X_UPDATE_CHECK") == "" {
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
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update env:X_UPDATE_CHECK
}
