// Package handed gives its token to a package of others.
//
// Weaker: administrator-grants administrator-refuses atomic-write
// consent-before-mint default environment-grants environment-refuses
// exclusive-create malformed-record newer-record per-purpose record-binding
// revocation-deletes revocation-holds synced-write unreadable-record
//
// Unknown: hosts plain-http
package handed

import (
	"crypto/rand"
	"os"
	"path/filepath"

	"golang.org/x/mod/semver"
)

// Keep keeps a token.
func Keep() error {
	home, err := os.UserHomeDir()
	if err != nil {
		return err
	}
	token := rand.Text()
	semver.Canonical(token)
	return os.WriteFile(filepath.Join(home, "token"), []byte(token), 0o600)
}
