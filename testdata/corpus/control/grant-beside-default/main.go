// Command grant-beside-default needs one flag that is on and one that is off:
// the second is the consent.
package main

import (
	"flag"
	"net/http"
)

func main() {
	verbose := flag.Bool("verbose", true, "say more")
	check := flag.Bool("update-check", false, "look for updates")
	flag.Parse()
	if *verbose && *check {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:update-check
}
