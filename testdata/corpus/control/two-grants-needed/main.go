// Command two-grants-needed sends only where two flags agree.
package main

import (
	"flag"
	"net/http"
)

func main() {
	online := flag.Bool("online", false, "use the network")
	check := flag.Bool("update-check", false, "look for updates")
	flag.Parse()
	if *online && *check {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:online,flag:update-check needs=all
}
