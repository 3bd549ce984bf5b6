// Command else-silent sends from the then branch; the else branch only speaks.
package main

import (
	"flag"
	"net/http"
)

func main() {
	check := flag.Bool("check-update", false, "look for updates")
	flag.Parse()
	if *check {
		checkUpdate()
	} else {
		println("not looking for updates")
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:check-update
}
