// Command positive-interval-is-on checks for updates every day unless the
// interval is set to zero.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	every := flag.Duration("update-interval", 24*time.Hour, "how often to look for updates; 0 is never") // finding: optout/default-on
	flag.Parse()
	if *every > 0 {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update flag:update-interval
}
