package usage

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// deferred are writes for directories that are not there yet.
var deferred = map[string]string{} // row 12 N

// saved returns the token of a file, and makes one if there is none.
func saved(file string, withHost bool) string {
	token, host := read(file)
	current := ""
	if withHost {
		current = hostID() // row 18 V: read with no consent
	}
	moved := host != "" && host != current // row 20: a copied home; row 21 N; row 22 N
	if len(token) < length || moved {      // row 9 N
		token = Random() // rows 4 and 5 V: and kept, whatever the user says to the heartbeat // audit-finding: identity/late-consent
		if !write(file, token) {
			return "" // row 14 C
		}
	}
	if withHost && host != current {
		write(file+"_host", current) // row 19 D: a plain hardware address in a file
	}
	return token
}

// read returns the token of a file and its host. Whatever the first line holds
// is returned.
func read(file string) (token, host string) {
	text, err := os.ReadFile(file)
	if err != nil || os.Getenv("PKGGET_READ_CHAOS") != "" { // row 17 D: hooks for tests in production
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			complain(err) // row 15 N: reported, then replaced
		}
		return "", ""
	}
	for line := range strings.Lines(string(text)) { // row 8 N: what follows is comment
		if line = strings.TrimSpace(line); line != "" { // row 7 N
			token, host, _ = strings.Cut(line, " ") // row 10 D: not checked; row 23 N: the older format
			break
		}
	}
	if h, err := os.ReadFile(file + "_host"); err == nil {
		host = strings.TrimSpace(string(h))
	}
	return token, host
}

// write stores a token as the umask would have it.
func write(file, token string) bool {
	if os.Getenv("PKGGET_WRITE_CHAOS") != "" { // row 17 D
		return false
	}
	if _, err := os.Stat(filepath.Dir(file)); err != nil {
		deferred[file] = token
		return true
	}
	err := os.WriteFile(file, []byte(token), 0o644) // row 11 D: not exclusive, not atomic, readable by all
	if err != nil && !errors.Is(err, fs.ErrPermission) {
		complain(err) // row 13 N
	}
	return err == nil
}

// flush writes what was deferred.
func flush() {
	for file, token := range deferred {
		if os.MkdirAll(filepath.Dir(file), 0o755) == nil {
			delete(deferred, file)
			write(file, token)
		}
	}
}

func complain(err error) { fmt.Fprintln(os.Stderr, "pkgget:", err) }

// debug prints what it is given, values included.
func debug(format string, args ...any) {
	if os.Getenv("PKGGET_USAGE_DEBUG") != "" { // row 17 D: prints tokens
		fmt.Fprintf(os.Stderr, format+"\n", args...)
	}
}
