// Command upgrade-command looks for a new version from its upgrade command
// only.
package main

import (
	"context"
	"net/http"
	"os"

	"github.com/urfave/cli/v3"
)

func main() {
	cmd := &cli.Command{
		Commands: []*cli.Command{{
			Name: "upgrade",
			Action: func(context.Context, *cli.Command) error {
				checkUpdate()
				return nil
			},
		}},
	}
	_ = cmd.Run(context.Background(), os.Args)
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
