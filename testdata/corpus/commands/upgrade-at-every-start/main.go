// Command upgrade-at-every-start looks for a new version at every start,
// upgrade or not.
package main

import (
	"net/http"
	"os"
)

func main() {
	checkUpdate()
	if len(os.Args) > 1 && os.Args[1] == "upgrade" {
		println("upgrading")
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update trigger=start // finding: telemetry/no-consent
}
