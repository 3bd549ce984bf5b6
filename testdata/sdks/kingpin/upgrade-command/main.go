// Command upgrade-command looks for a new version from its upgrade command
// only.
package main

import (
	"net/http"
	"os"

	"github.com/alecthomas/kingpin/v2"
)

func main() {
	app := kingpin.New("tool", "A tool.")
	list := app.Command("list", "List things.")
	upgrade := app.Command("upgrade", "Get a new version.")
	switch kingpin.MustParse(app.Parse(os.Args[1:])) {
	case list.FullCommand():
		println("nothing")
	case upgrade.FullCommand():
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
