// Command function-variable reaches its check through a variable that a test
// could replace.
package main

import "net/http"

var latest = fetchLatest

func main() { latest("tool") }

func fetchLatest(name string) {
	http.Get("https://releases.example/" + name + "/releases/latest") // behaviour: unconditional update host=releases.example // finding: telemetry/no-consent
}
