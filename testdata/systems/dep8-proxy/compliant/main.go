// Command webkit makes skeletons of web sites. With --count it reports that to
// the project's proxy, which passes it on without the address: the proxy is the
// same, and the user says yes each time.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	counted := flag.Bool("count", false, "tell the project that this command was used")
	flag.Parse()
	if flag.NArg() < 2 {
		fmt.Fprintln(os.Stderr, "usage: webkit [--count] startproject|startapp NAME")
		os.Exit(2)
	}
	if *counted {
		count(flag.Arg(0))
	}
	if err := skeleton(flag.Arg(1)); err != nil {
		fmt.Fprintln(os.Stderr, "webkit:", err)
		os.Exit(1)
	}
}

// skeleton makes the first files of a site.
func skeleton(name string) error {
	if err := os.Mkdir(name, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(name, "index.html"), []byte("<title>"+name+"</title>\n"), 0o644)
}
