// Command brewer links formulae, and reports which. It behaves as Homebrew does
// today: the run that shows the notice sends nothing, every later one does.
//
// Source: Homebrew/brew aad366f, Library/Homebrew/utils/analytics.rb:34-72 and
// 188-229, utils/analytics.sh:6-30, cmd/update-report.rb:390-417.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"example.org/brewer-today/violating/analytics"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: brewer link FORMULA... | analytics on|off|state")
		os.Exit(2)
	}
	analytics.Notice()
	var err error
	switch os.Args[1] {
	case "link":
		err = link(os.Args[2:]) // finding: identity/host-identity
	case "analytics":
		err = analytics.Command(os.Args[2:])
	default:
		err = fmt.Errorf("unknown command %s", os.Args[1])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "brewer:", err)
		os.Exit(1)
	}
}

func link(formulae []string) error {
	for _, name := range formulae {
		if err := os.Symlink(filepath.Join("/opt/brewer/Cellar", name), filepath.Join("/opt/brewer/opt", name)); err != nil {
			return err
		}
		analytics.Report("link", name)
	}
	return nil
}
