package usage

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// client is the token of the user's installation.
func client() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return saved(filepath.Join(home, ".pkgget", "usage_token"), true) // row 4 V: minted at first look
}

// environment is the token of a prefix.
func environment(prefix string) string {
	if prefix == "" { // row 6 C
		return ""
	}
	return saved(filepath.Join(prefix, "etc", "usage_token"), false) // row 5 V
}

var valid = regexp.MustCompile(`^[A-Za-z0-9_-]{1,36}$`)

// system returns what somebody set under a name: in the environment, then in
// files, plain and dotted.
func system(name, prefix string) []string { // row 25
	values := []string{os.Getenv("PKGGET_" + strings.ToUpper(name))} // row 26
	for _, dir := range searchPath(prefix) {
		for _, file := range []string{name, "." + name} {
			token, _ := read(filepath.Join(dir, file))
			values = append(values, token)
		}
	}
	var good []string
	for _, v := range values {
		if valid.MatchString(v) && !slices.Contains(good, v) { // row 29 N; row 30 C
			good = append(good, v)
		}
	}
	return good
}

// searchPath is where such files are looked for.
func searchPath(prefix string) []string { // row 27 N
	dirs := []string{"/etc/pkgget", "/var/lib/pkgget"}
	if root := os.Getenv("PKGGET_ROOT"); root != "" { // row 28 N
		dirs = append(dirs, root)
	}
	if config, err := os.UserConfigDir(); err == nil {
		dirs = append(dirs, filepath.Join(config, "pkgget"))
	}
	if prefix != "" {
		dirs = append(dirs, prefix)
	}
	return dirs
}

// installer finds what the download page put behind the program, and saves it.
func installer(prefix string) []string {
	if exe, err := os.Executable(); err == nil {
		if program, err := os.ReadFile(exe); err == nil { // row 31 V: how it was downloaded
			_, tail, _ := bytes.Cut(program, append([]byte("PKGGET"), "_ATTR:"...))
			if token, _, ok := bytes.Cut(tail, []byte("\n")); ok {
				write(filepath.Join(prefix, ".installer_token"), string(token))
			}
		}
	}
	return system("installer_token", prefix)
}

// account is the id of who is logged in, from the credential kept for that.
func account() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	jwt, _ := read(filepath.Join(home, ".pkgget", "login")) // row 32 V: a log-in is not consent
	parts := strings.Split(jwt, ".")
	if len(parts) != 3 {
		return ""
	}
	text, err := base64.RawURLEncoding.DecodeString(parts[1])
	if err != nil {
		return ""
	}
	var claims struct {
		Sub string
		Exp int64
	}
	if json.Unmarshal(text, &claims) != nil || claims.Exp < time.Now().Unix() {
		return ""
	}
	id, err := hex.DecodeString(strings.ReplaceAll(claims.Sub, "-", ""))
	if err != nil {
		return ""
	}
	return base64.RawURLEncoding.EncodeToString(id)
}
