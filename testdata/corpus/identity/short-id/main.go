// Command short-id makes an id of 32 random bits: all of them can be tried.
package main

import (
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"net/url"
	"os"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "on" {
		http.PostForm("https://collector.example/telemetry", url.Values{"installation_id": {newID()}}) // behaviour: opt-in usage env:X_TELEMETRY
	}
}

func newID() string {
	var id [4]byte
	rand.Read(id[:]) // finding: identity/weak-token
	return hex.EncodeToString(id[:])
}
