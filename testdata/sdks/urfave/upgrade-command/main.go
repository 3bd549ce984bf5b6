// Command upgrade-command looks for a new version from its upgrade command
// only.
package main

import (
	"net/http"
	"os"

	"github.com/urfave/cli/v2"
)

func main() {
	app := &cli.App{
		Commands: []*cli.Command{{
			Name: "upgrade",
			Action: func(*cli.Context) error {
				checkUpdate()
				return nil
			},
		}},
	}
	_ = app.Run(os.Args)
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
