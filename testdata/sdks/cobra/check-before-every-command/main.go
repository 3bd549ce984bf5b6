// Command check-before-every-command looks for a new version before every
// command.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

var root = &cobra.Command{
	Use:              "tool",
	PersistentPreRun: func(*cobra.Command, []string) { checkUpdate() },
}

var list = &cobra.Command{
	Use: "list",
	Run: func(*cobra.Command, []string) { println("nothing") },
}

func init() { root.AddCommand(list) }

func main() { _ = root.Execute() }

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update // finding: telemetry/no-consent
}
