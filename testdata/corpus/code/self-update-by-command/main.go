// Command self-update-by-command upgrades itself when the user says so.
package main

import (
	"io"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "upgrade" {
		upgrade("https://dl.collector.example/latest/example") // behaviour: opt-in update command:upgrade
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
