// Command release-build-granted looks for updates in release builds if a flag
// allows it.
package main

import (
	"flag"
	"net/http"
)

var version string

func main() {
	on := flag.Bool("update-check", false, "look for updates")
	flag.Parse()
	if version != "" && *on {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:update-check
}
