// Command upgrade-by-argument looks for a new version when it is told to
// upgrade.
package main

import (
	"net/http"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		println("usage: tool upgrade | run")
		return
	}
	switch os.Args[1] {
	case "upgrade":
		checkUpdate()
	case "run":
		println("working")
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
