// Command upgrade-command looks for a new version from a command that go-flags
// calls.
package main

import (
	"net/http"
	"os"

	"github.com/jessevdk/go-flags"
)

type upgrade struct{}

// Execute upgrades.
func (*upgrade) Execute([]string) error {
	checkUpdate()
	return nil
}

var options struct {
	Upgrade upgrade `command:"upgrade"`
}

func main() {
	if _, err := flags.Parse(&options); err != nil {
		os.Exit(1)
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
