// Command terminal-granted looks for updates where somebody watches, and
// only if a flag allows it.
package main

import (
	"flag"
	"net/http"
	"os"
)

func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func main() {
	on := flag.Bool("update-check", false, "look for a new version")
	flag.Parse()
	if terminal(os.Stdout) && *on {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:update-check
}
