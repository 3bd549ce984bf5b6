// Command upgrade-beside-start-check looks for a new version when told to
// upgrade, and at every start unless a variable says no.
package main

import (
	"net/http"
	"os"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "upgrade" {
		checkUpdate()
		return
	}
	if os.Getenv("X_NO_UPDATE_CHECK") == "" { // finding: optout/opt-out-env-only
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update env:X_NO_UPDATE_CHECK
}
