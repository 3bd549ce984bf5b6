// Command host-in-cookie says with each index that it fetches which machine it
// is on.
package main

import (
	"net/http"
	"os"
)

func main() {
	req, err := http.NewRequest("GET", "https://files.example/index", nil)
	if err != nil {
		return
	}
	host, _ := os.Hostname() // finding: identity/hidden-carrier
	req.AddCookie(&http.Cookie{Name: "from", Value: host})
	http.DefaultClient.Do(req) // behaviour: unconditional primary
}
