// Command check-by-flag prints its version, and looks for a new one if a
// flag asks for it.
package main

import (
	"flag"
	"net/http"
)

func main() {
	check := flag.Bool("check", false, "look for a new version")
	flag.Parse()
	println("tool 1.0")
	if *check {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:check
}
