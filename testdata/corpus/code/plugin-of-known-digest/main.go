// Command plugin-of-known-digest fetches a plugin, and loads it if it is the one
// that the program knows.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"net/http"
	"os"
	"plugin"
)

const digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

func main() {
	if err := load("https://dl.collector.example/filters.so", "/var/lib/example/filters.so"); err != nil { // behaviour: unconditional unknown // finding: codefetch/verified
		os.Stderr.WriteString(err.Error())
	}
}

func load(url, file string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	code, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	if sum := sha256.Sum256(code); hex.EncodeToString(sum[:]) != digest {
		return errors.New("another plugin")
	}
	if err := os.WriteFile(file, code, 0o644); err != nil {
		return err
	}
	_, err = plugin.Open(file)
	return err
}
