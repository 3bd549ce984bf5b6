// Command upgrade-instead-of-run fetches what it is told to, unless it is told
// to upgrade: who asks for the one has not refused the other.
package main

import (
	"net/http"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		return
	}
	switch os.Args[1] {
	case "upgrade":
		checkUpdate()
		return
	case "fetch":
		fetch()
	}
}

func fetch() {
	http.Get("https://pages.example/index") // behaviour: unconditional unknown
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
