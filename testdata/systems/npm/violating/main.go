// Command jspm installs packages, and on the way asks the registry once a week
// whether there is a newer jspm. It behaves as npm does: no analytics, but an
// update notifier that is on.
//
// Source: npm 11, lib/cli/update-notifier.js; npm documentation, config
// "update-notifier" ("Default: true"); npm-registry-fetch, lib/index.js:227-228;
// the LWN article quotes npm's founder on analytics ("users would absolutely
// hate it").
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// A config is what the user set in ~/.jspmrc, in lines "key=value", and by flags.
type config struct {
	registry       string
	updateNotifier bool
}

func main() {
	c := load()
	flag.StringVar(&c.registry, "registry", c.registry, "where packages come from")
	flag.BoolVar(&c.updateNotifier, "update-notifier", c.updateNotifier, "tell when there is a newer jspm") // finding: optout/default-on
	flag.Parse()
	if flag.Arg(0) != "install" {
		fmt.Fprintln(os.Stderr, "usage: jspm [flags] install PACKAGE...")
		os.Exit(2)
	}
	news := make(chan string, 1)
	go func() { news <- notifier(c) }()
	for _, name := range flag.Args()[1:] {
		if err := install(c.registry, name); err != nil { // behaviour: unconditional primary host=registry.jspm.example
			fmt.Fprintln(os.Stderr, "jspm:", err)
			os.Exit(1)
		}
	}
	if text := <-news; text != "" {
		fmt.Fprintln(os.Stderr, text)
	}
}

// load reads the user's settings over the defaults.
func load() config {
	c := config{registry: "https://registry.jspm.example", updateNotifier: true}
	home, err := os.UserHomeDir()
	if err != nil {
		return c
	}
	f, err := os.Open(filepath.Join(home, ".jspmrc"))
	if err != nil {
		return c
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		key, value, _ := strings.Cut(lines.Text(), "=")
		switch strings.TrimSpace(key) {
		case "registry":
			c.registry = strings.TrimSpace(value)
		case "update-notifier":
			c.updateNotifier = strings.TrimSpace(value) != "false"
		}
	}
	return c
}
