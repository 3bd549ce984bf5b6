// Command self-update-at-start puts what it fetches in its own place.
package main

import (
	"io"
	"net/http"
	"os"
)

func main() {
	if err := upgrade("https://dl.collector.example/latest/example"); err != nil { // behaviour: unconditional update // finding: telemetry/no-consent codefetch/unverified
		os.Stderr.WriteString(err.Error())
	}
}

func upgrade(url string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	fresh, err := os.OpenFile(self+".new", os.O_CREATE|os.O_WRONLY, 0o700)
	if err != nil {
		return err
	}
	if _, err := io.Copy(fresh, resp.Body); err != nil {
		return err
	}
	fresh.Close()
	return os.Rename(self+".new", self)
}
