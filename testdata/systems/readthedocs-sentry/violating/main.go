// Command docbuild turns text into pages, and reports each crash to Sentry with
// the name of the machine. It behaves as a program does that takes the Sentry
// SDK as it is and writes the address of its own project into the source, which
// is what Read the Docs considered for the copies that others run.
//
// Source: the LWN article on Django and tracking (E. Holscher); getsentry/sentry-go
// b818deb, client.go:48-54, 175-177, 352-354 and 952-957: the SDK is silent
// without a DSN, and fills ServerName from os.Hostname.
package main

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"

	"example.org/docbuild/violating/events"
)

const dsn = "https://5f1d7b0c2a@o41502.ingest.sentry.io/7101"

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: docbuild FILE...")
		os.Exit(2)
	}
	client := events.New(dsn)
	defer client.Recover()
	for _, name := range os.Args[1:] {
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
