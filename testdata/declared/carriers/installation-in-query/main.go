// Command installation-in-query says in the address of the index which
// installation fetches it.
package main

import (
	"crypto/rand"
	"net/http"
	"net/url"
	"os"
)

const file = "/var/lib/tool/installation"

func main() {
	http.Get("https://files.example/index?" + url.Values{"i": {installation()}}.Encode()) // behaviour: unconditional primary
}

func installation() string {
	if text, err := os.ReadFile(file); err == nil {
		return string(text)
	}
	id := rand.Text() // finding: identity/hidden-carrier
	os.WriteFile(file, []byte(id), 0o600)
	return id
}
