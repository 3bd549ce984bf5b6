// Command update-on-demand looks for a new version at every start; its flag
// asks for the new version itself, and promises nothing about the look.
package main

import (
	"flag"
	"net/http"
)

func main() {
	now := flag.Bool("self-update", false, "install the newest version")
	flag.Parse()
	checkUpdate()
	if *now {
		println("installing")
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update // finding: telemetry/no-consent
}
