// Command check-unless-flag prints its version, and looks for a new one
// unless a flag says no.
package main

import (
	"flag"
	"net/http"
)

func main() {
	check := flag.Bool("check", true, "look for a new version") // finding: optout/default-on
	flag.Parse()
	println("tool 1.0")
	if *check {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update flag:check
}
