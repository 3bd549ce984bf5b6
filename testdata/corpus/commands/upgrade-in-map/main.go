// Command upgrade-in-map has a map of commands; upgrade is one of them.
package main

import (
	"net/http"
	"os"
)

func main() {
	commands := map[string]func(){
		"run":     func() { println("working") },
		"upgrade": checkUpdate,
	}
	if len(os.Args) > 1 {
		if run, ok := commands[os.Args[1]]; ok {
			run()
		}
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
