// Command shape-of-the-address asks a code forge for the latest release: the
// address says what for.
package main

import "net/http"

func main() { run() }

func run() {
	http.Get("https://api.github.com/repos/example/tool/releases/latest") // behaviour: unconditional update host=api.github.com // finding: telemetry/no-consent
}
