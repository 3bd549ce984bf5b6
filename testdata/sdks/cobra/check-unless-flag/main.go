// Command check-unless-flag prints its version, and looks for a new one
// unless a flag of that command says no.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

func main() {
	var check bool
	version := &cobra.Command{Use: "version", RunE: func(*cobra.Command, []string) error {
		println("tool 1.0")
		if check {
			return checkUpdate()
		}
		return nil
	}}
	version.Flags().BoolVarP(&check, "check", "c", true, "look for a new version") // finding: optout/default-on
	root := &cobra.Command{Use: "tool"}
	root.AddCommand(version)
	_ = root.Execute()
}

func checkUpdate() error {
	_, err := http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-out update flag:check
	return err
}
