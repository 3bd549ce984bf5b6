// Command negative-with-variable has a negative kong flag that a variable
// sets, too.
package main

import (
	"net/http"

	"github.com/alecthomas/kong"
)

var cli struct {
	NoUpgrade bool `env:"X_NO_UPGRADE" help:"Do not look for updates."`
}

func main() {
	kong.Parse(&cli)
	if cli.NoUpgrade { // finding: optout/default-on
		return
	}
	checkUpdate()
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update flag:no-upgrade,env:X_NO_UPGRADE needs=any
}
