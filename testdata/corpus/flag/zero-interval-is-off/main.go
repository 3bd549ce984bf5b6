// Command zero-interval-is-off checks for updates only if an interval is
// given.
package main

import (
	"flag"
	"net/http"
)

func main() {
	every := flag.Duration("update-interval", 0, "how often to look for updates; 0 is never")
	flag.Parse()
	if *every > 0 {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:update-interval
}
