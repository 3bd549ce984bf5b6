// Command number-of-request gives each request a number of its own, by which its
// maker finds it in a log.
package main

import (
	"crypto/rand"
	"net/http"
)

func main() {
	req, err := http.NewRequest("GET", "https://files.example/index", nil)
	if err == nil {
		req.Header.Set("X-Request-ID", rand.Text())
		http.DefaultClient.Do(req) // behaviour: unconditional primary
	}
}
