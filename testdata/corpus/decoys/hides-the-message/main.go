// Command hides-the-message has a variable that hides the message about an
// update, not the request.
package main

import (
	"net/http"
	"os"
)

func main() {
	latest := checkUpdate()
	if os.Getenv("X_NO_UPDATE_NOTIFIER") == "" {
		println("new version:", latest)
	}
}

func checkUpdate() string {
	resp, err := http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update // finding: telemetry/no-consent telemetry/decoy-switch
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	return resp.Header.Get("Location")
}
