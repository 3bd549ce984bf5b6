// Command data-of-known-digest fetches a list, keeps it if it is the one that
// was announced, and shows it: checking bytes does not make a program of them.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"os"
)

const digest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

func main() {
	resp, err := http.Get("https://dl.collector.example/stations.csv") // behaviour: unconditional unknown
	if err != nil {
		return
	}
	defer resp.Body.Close()
	list, err := io.ReadAll(resp.Body)
	if err != nil {
		return
	}
	if sum := sha256.Sum256(list); hex.EncodeToString(sum[:]) != digest {
		return
	}
	os.WriteFile("/var/lib/example/stations.csv", list, 0o644)
	os.Stdout.Write(list)
}
