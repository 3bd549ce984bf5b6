// Command variable-behind-table-off reaches its check through a table of
// commands and a variable that holds a function, if a flag allows it.
package main

import (
	"flag"
	"net/http"
	"os"
)

var update = flag.Bool("update-check", false, "look for a new version")

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
	if !*update {
		return
	}
	if latest("https://releases.example/tool/releases/latest") == nil { // behaviour: opt-in update flag:update-check
		println("there may be a new version")
	}
}

func main() {
	flag.Parse()
	run.run(os.Args[1:])
}

func fetch(url string) error {
	_, err := http.Get(url)
	return err
}
