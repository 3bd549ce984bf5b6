// Command upgrade-command looks for a new version from its upgrade command
// only.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

var root = &cobra.Command{Use: "tool"}

var upgrade = &cobra.Command{
	Use: "upgrade",
	Run: func(*cobra.Command, []string) { checkUpdate() },
}

func init() { root.AddCommand(upgrade) }

func main() { _ = root.Execute() }

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update command:upgrade
}
