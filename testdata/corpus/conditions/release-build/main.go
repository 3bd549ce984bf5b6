// Command release-build looks for updates in release builds: a link-time
// variable is nobody's consent.
package main

import "net/http"

var version = "dev"

func main() {
	if version == "dev" {
		return
	}
	checkUpdate()
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update // finding: telemetry/no-consent
}
