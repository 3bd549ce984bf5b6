// Command upgrade-action looks for a new version in the action of its upgrade
// command.
package main

import (
	"net/http"
	"os"

	"github.com/alecthomas/kingpin/v2"
)

func main() {
	app := kingpin.New("tool", "A tool.")
	app.Command("upgrade", "Get a new version.").Action(func(*kingpin.ParseContext) error {
		checkUpdate()
		return nil
	})
	kingpin.MustParse(app.Parse(os.Args[1:]))
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
