// Command clock-for-client makes the number of a client of the time of day.
package main

import (
	"net/http"
	"net/url"
	"os"
	"strconv"
	"time"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "on" {
		clientID := strconv.FormatInt(time.Now().UnixNano(), 36)                                  // finding: identity/weak-token
		http.PostForm("https://collector.example/telemetry", url.Values{"client_id": {clientID}}) // behaviour: opt-in usage env:X_TELEMETRY
	}
}
