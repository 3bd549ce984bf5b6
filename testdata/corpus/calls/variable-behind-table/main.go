// Command variable-behind-table reaches its check through a table of
// commands and a variable that holds a function.
package main

import (
	"net/http"
	"os"
)

var latest = func(url string) error { return fetch(url) }

type command struct {
	name string
	run  func(args []string)
}

var run = &command{name: "run", run: func(args []string) {
	done := make(chan bool)
	go maybeNotify(done)
	println(len(args), "arguments")
	<-done
}}

func maybeNotify(done chan bool) {
	defer close(done)
	if latest("https://releases.example/tool/releases/latest") == nil { // behaviour: unconditional update host=releases.example // finding: telemetry/no-consent
		println("there may be a new version")
	}
}

func main() {
	run.run(os.Args[1:])
}

func fetch(url string) error {
	_, err := http.Get(url)
	return err
}
