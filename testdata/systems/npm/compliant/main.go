// Command jspm installs packages. Whether there is a newer jspm it asks only
// when told to: "jspm check-update", or a setting that is off.
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
	flag.BoolVar(&c.updateNotifier, "update-notifier", c.updateNotifier, "tell when there is a newer jspm")
	flag.Parse()
	switch flag.Arg(0) {
	case "check-update":
		fmt.Println(checkUpdate(c))
		return
	case "install":
	default:
		fmt.Fprintln(os.Stderr, "usage: jspm [flags] install PACKAGE... | jspm check-update")
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
	c := config{registry: "https://registry.jspm.example", updateNotifier: false}
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
			c.updateNotifier = strings.TrimSpace(value) == "true"
		}
	}
	return c
}
