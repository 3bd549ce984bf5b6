// Command upgrade-in-table has a table of commands; upgrade is one of them.
package main

import (
	"net/http"
	"os"
)

type command struct {
	name string
	run  func()
}

var commands = []command{
	{"run", func() { println("working") }},
	{"upgrade", checkUpdate},
}

func main() {
	for _, c := range commands {
		if len(os.Args) > 1 && c.name == os.Args[1] {
			c.run()
		}
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
