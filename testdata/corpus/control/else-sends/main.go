// Command else-sends sends from the else branch.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	skip := flag.Bool("skip-update-check", false, "do not look for updates") // finding: optout/default-on
	flag.Parse()
	if *skip {
		println("not looking for updates")
	} else {
		go checkUpdate()
		time.Sleep(time.Second)
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update flag:skip-update-check
}
