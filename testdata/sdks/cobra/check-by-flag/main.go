// Command check-by-flag prints its version, and looks for a new one if a
// flag of that command asks for it.
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
	version.Flags().BoolVarP(&check, "check", "c", false, "look for a new version")
	root := &cobra.Command{Use: "tool"}
	root.AddCommand(version)
	_ = root.Execute()
}

func checkUpdate() error {
	_, err := http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:check
	return err
}
