// Command webkit makes skeletons of web sites, and reports each use to Google
// Analytics with a number made of the hardware address and the time. It behaves
// as Django's DEP 8 proposed.
//
// Source: django/deps 4fde38d, draft/0008-gathering-usage-metrics.rst:113-190
// and 211-221; opt-in was rejected in 263-275 as it "severely undercounts".
package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: webkit startproject|startapp NAME | webkit runserver DIR")
		os.Exit(2)
	}
	command, arg := os.Args[1], os.Args[2] // finding: identity/host-identity
	var err error
	switch command {
	case "startproject", "startapp":
		track(command)
		err = skeleton(arg)
	case "runserver":
		track(command)
		err = http.ListenAndServe("localhost:8000", http.FileServer(http.Dir(arg)))
	default:
		err = fmt.Errorf("unknown command %s", command)
	}
	if err != nil {
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
