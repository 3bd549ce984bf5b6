// Command order-of-questions reports in which order it asked: a number that is
// made by chance and that names nobody.
package main

import (
	"math/rand"
	"net/http"
	"net/url"
	"os"
	"strconv"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "on" {
		order := strconv.Itoa(rand.Intn(6))
		http.PostForm("https://collector.example/telemetry", url.Values{"order": {order}}) // behaviour: opt-in usage env:X_TELEMETRY
	}
}
