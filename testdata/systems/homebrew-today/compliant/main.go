// Command brewer links formulae, and reports which to those who turned that on.
// A notice is shown as well; it names the command, and grants nothing.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"example.org/brewer-today/compliant/analytics"
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
		err = link(os.Args[2:])
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
