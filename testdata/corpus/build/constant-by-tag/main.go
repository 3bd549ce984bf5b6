// Command constant-by-tag compiles its refusal in under a build tag: the
// packager's choice, no user's.
package main

import "net/http"

func main() {
	if !disabled {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update // finding: telemetry/no-consent
}
