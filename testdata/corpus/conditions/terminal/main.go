// Command terminal looks for updates where somebody watches: a terminal is
// nobody's consent.
package main

import (
	"net/http"
	"os"
)

func terminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

func main() {
	if terminal(os.Stdout) {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update // finding: telemetry/no-consent
}
