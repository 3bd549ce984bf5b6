// Command consent-by-command-table has a table of commands, one of which turns
// reports on for what another one does.
package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

type command struct {
	usage, short string
	run          func(args []string)
}

func (c command) name() string {
	name, _, _ := strings.Cut(c.usage, " ")
	return name
}

var (
	settings = []*command{
		{usage: "on", short: "report usage", run: turnOn},
		{usage: "off [reason]", short: "report nothing", run: turnOff},
	}
	others = []*command{
		{usage: "collect", short: "collect, and report if that is on", run: collect},
	}
)

func find(name string) *command {
	for _, c := range append(settings, others...) {
		if c.name() == name {
			return c
		}
	}
	return nil
}

func file() string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "tool", "mode")
}

func write(mode string) { _ = os.WriteFile(file(), []byte(mode), 0o600) }

func turnOn([]string)  { write("on") }
func turnOff([]string) { write("off") }

func collect([]string) {
	fmt.Println("collecting")
	mode, err := os.ReadFile(file())
	if err == nil && string(mode) == "on" {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage file:mode
}

func main() {
	if len(os.Args) < 2 {
		os.Exit(2)
	}
	if c := find(os.Args[1]); c != nil {
		c.run(os.Args[2:])
	}
}
