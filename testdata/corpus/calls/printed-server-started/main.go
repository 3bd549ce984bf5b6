// Command printed-server-started prints a reporter that has a method Serve, and has it called unless a variable says no.
package main

import (
	"fmt"
	"net/http"
	"os"
	"strings"
)

type service interface{ Serve() error }

type reporter struct{ url string }

func (r *reporter) Serve() error {
	_, err := http.Post(r.url, "text/plain", strings.NewReader("usage")) // behaviour: opt-out usage env:DO_NOT_TRACK
	return err
}

func main() {
	var s service = &reporter{"https://collector.example/usage"}
	fmt.Println(s)
	if os.Getenv("DO_NOT_TRACK") == "" { // finding: optout/opt-out-env-only
		s.Serve()
	}
}
