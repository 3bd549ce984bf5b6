// Command run-in-map has a map of commands; the one for ordinary work looks for
// a new version, too.
package main

import (
	"net/http"
	"os"
)

func main() {
	commands := map[string]func(){
		"run":     checkUpdate,
		"upgrade": func() { println("upgrading") },
	}
	if len(os.Args) > 1 {
		if run, ok := commands[os.Args[1]]; ok {
			run()
		}
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update // finding: telemetry/no-consent
}
