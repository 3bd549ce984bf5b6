// Command upgrade-command looks for a new version from a command that kong
// calls.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

type upgrade struct{}

// Run upgrades.
func (upgrade) Run() error {
	checkUpdate()
	return nil
}

var cli struct {
	Upgrade upgrade `cmd:"" help:"Get a new version."`
}

func main() {
	ctx := kong.Parse(&cli)
	ctx.FatalIfErrorf(ctx.Run())
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
