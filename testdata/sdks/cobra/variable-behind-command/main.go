// Command variable-behind-command has a command that starts a goroutine,
// which reaches its check through a variable.
package main

import (
	"net/http"

	"github.com/spf13/cobra"
)

var latest = func(url string) error { return fetch(url) }

var run = &cobra.Command{Use: "tool", Run: func(*cobra.Command, []string) {
	done := make(chan bool)
	go maybeNotify(done)
	<-done
}}

func main() { _ = run.Execute() }

func maybeNotify(done chan bool) {
	defer close(done)
	if latest("https://releases.example/tool/releases/latest") == nil { // behaviour: unconditional update host=releases.example // finding: telemetry/no-consent
		println("there may be a new version")
	}
}

func fetch(url string) error {
	_, err := http.Get(url)
	return err
}
