// Command webkit makes skeletons of web sites. Who turned it on with "webkit
// metrics on" sends how often, to the project's own host, with a random number
// that "webkit metrics off" deletes.
package main

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: webkit startproject|startapp NAME | webkit runserver DIR | webkit metrics on|off|show")
		os.Exit(2)
	}
	command, arg := os.Args[1], os.Args[2]
	var err error
	switch command {
	case "startproject", "startapp":
		track(command)
		err = skeleton(arg)
	case "runserver":
		track(command)
		err = http.ListenAndServe("localhost:8000", http.FileServer(http.Dir(arg)))
	case "metrics":
		err = metrics(arg)
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
