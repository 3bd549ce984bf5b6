// Command list tries a list of hosts.
package main

import "net/http"

var mirrors = []string{"https://a.releases.example", "https://b.releases.example"}

func main() { checkUpdate() }

func checkUpdate() {
	for _, mirror := range mirrors {
		http.Get(mirror + "/tool/releases/latest") // behaviour: unconditional update host=a.releases.example,b.releases.example // finding: telemetry/no-consent
	}
}
