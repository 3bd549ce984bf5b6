// Command guessable-id makes the id of a session of numbers that are not random.
package main

import (
	"fmt"
	"math/rand"
	"net/http"
	"os"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "on" {
		session := fmt.Sprintf("%016x", rand.Uint64()) // finding: identity/weak-token
		req, err := http.NewRequest("GET", "https://collector.example/telemetry", nil)
		if err != nil {
			return
		}
		req.AddCookie(&http.Cookie{Name: "session", Value: sessionID(session)})
		http.DefaultClient.Do(req) // behaviour: opt-in usage env:X_TELEMETRY
	}
}

func sessionID(s string) string { return "s/" + s }
