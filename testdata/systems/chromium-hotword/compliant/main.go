// Command browse shows pages, and listens where the module for that is
// installed: as a package of its own, beside the program. It downloads nothing
// but pages.
package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"runtime"
)

// module is where the package browse-hotword puts it.
const module = "/usr/lib/browse/hotword"

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: browse URL")
		os.Exit(2)
	}
	go listen()
	if err := show(os.Args[1]); err != nil { // behaviour: unconditional primary host=@user
		fmt.Fprintln(os.Stderr, "browse:", err)
		os.Exit(1)
	}
}

// listen runs the module that waits for the word, if it is installed.
func listen() {
	if _, err := os.Stat(module); err != nil {
		return
	}
	exec.Command(module, "--arch", runtime.GOARCH).Run()
}

// show prints a page.
func show(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(os.Stdout, resp.Body)
	return err
}
