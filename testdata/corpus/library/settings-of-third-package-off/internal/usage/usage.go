// Package usage reports usage.
package usage

import (
	"net/http"

	"example.org/corpus/library/settings-of-third-package-off/internal/config"
)

// Report sends what the settings allow.
func Report(c config.Config) {
	if c.Usage {
		http.Get("https://collector.example/usage") // behaviour: opt-in usage config:usage
	}
}
