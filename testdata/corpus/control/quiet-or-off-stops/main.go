// Command quiet-or-off-stops is silenced by either of two flags.
package main

import (
	"flag"
	"net/http"
)

func main() {
	quiet := flag.Bool("quiet", false, "say nothing")
	check := flag.Bool("update-check", true, "look for updates") // finding: optout/default-on@main.go
	flag.Parse()
	if !*quiet && *check {
		checkUpdate()
	}
}

// Either flag stops it; the one named for it is the one to change.
func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update flag:quiet,flag:update-check needs=any
}
