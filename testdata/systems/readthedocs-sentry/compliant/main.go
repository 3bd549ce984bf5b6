// Command docbuild turns text into pages. With -report-crashes it reports
// each crash to the Sentry server that the user has named, in the configuration
// file or by a flag; the report does not name the machine.
package main

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"

	"example.org/docbuild/compliant/events"
)

func main() {
	report := flag.Bool("report-crashes", false, "report crashes to your Sentry server")
	dsn := flag.String("sentry-dsn", configured(), "DSN of that server")
	flag.Parse()
	var client *events.Client // silent
	if *report {
		client = events.New(*dsn)
	}
	defer client.Recover()
	for _, name := range flag.Args() {
		if err := build(name); err != nil {
			fmt.Fprintln(os.Stderr, "docbuild:", err)
			os.Exit(1)
		}
	}
}

// build writes the page of a text beside it.
func build(name string) error {
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	title, body, _ := strings.Cut(string(text), "\n")
	page := "<title>" + html.EscapeString(title) + "</title>\n<pre>" + html.EscapeString(body) + "</pre>\n"
	return os.WriteFile(strings.TrimSuffix(name, filepath.Ext(name))+".html", []byte(page), 0o644)
}

// configured is the DSN in the user's configuration file, if there is one.
func configured() string {
	dir, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	dsn, err := os.ReadFile(filepath.Join(dir, "docbuild", "sentry-dsn"))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(dsn))
}
