// Command webkit makes skeletons of web sites, and reports each use to a proxy
// of the project, which passes it on without the address. It behaves as DEP 8
// would have with the proxy that its discussion proposed: "to strip IP addresses
// instead of relying on Google to anonymize them, or to anonymize them
// ourselves". Whoever runs the proxy sees them all the same, and nobody is asked.
//
// Source: the LWN article on Django and tracking, "Next steps" (A. Augustin).
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: webkit startproject|startapp NAME")
		os.Exit(2)
	}
	count(os.Args[1]) // finding: identity/host-identity
	if err := skeleton(os.Args[2]); err != nil {
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
