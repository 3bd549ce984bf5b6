// Package phone tells its authors where it is used.
package phone

import (
	"net/http"
	"os"
)

// Home reports the usage unless somebody said no.
func Home() {
	if os.Getenv("PHONE_QUIET") != "" {
		return
	}
	http.Get("https://stats.example.net/usage")
}
