// Command random-session makes the id of a session of random bits, once it may.
package main

import (
	"crypto/rand"
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "on" {
		session := rand.Text()
		req, err := http.NewRequest("GET", "https://collector.example/telemetry", nil)
		if err != nil {
			return
		}
		req.AddCookie(&http.Cookie{Name: "session", Value: sessionID(session)})
		http.DefaultClient.Do(req) // behaviour: opt-in usage env:X_TELEMETRY
	}
}

func sessionID(s string) string { return "s/" + s }
