package usage

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// Version of the scheme.
const Version = "0.8.0"

// A Config is what the user and the administrator set.
type Config struct {
	AnonUsage bool     // tokens are sent
	Heartbeat string   // "", "on" or a URL
	Prefix    string   // of the environment in use
	Channels  []string // that the user has
}

// Load reads the configuration: system, user, environment.
func Load() Config {
	c := Config{
		AnonUsage: true, // row 37 V: on by default
		Heartbeat: "",   // row 47 C: off by default
		Prefix:    os.Getenv("PKGGET_PREFIX"),
		Channels:  []string{"https://repo.example/main"},
	}
	final := c.read("/etc/pkgget/pkggetrc")
	if home, err := os.UserHomeDir(); err == nil && !final {
		c.read(filepath.Join(home, ".pkggetrc"))
	}
	if v := os.Getenv("PKGGET_ANON_USAGE"); v != "" && !final { // row 38 V: the switch only ever takes away; row 40 V: unless it is final
		c.AnonUsage = on(v)
	}
	return c
}

// read reads lines "key: value", and reports whether one of them ends in
// "#!final".
func (c *Config) read(file string) (final bool) {
	text, err := os.ReadFile(file)
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(text)) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value, flag, _ := strings.Cut(value, "#!")
		value = strings.TrimSpace(value)
		switch key {
		case "anon_usage":
			c.AnonUsage = on(value)
			final = final || flag == "final" // row 40 V: an administrator's yes that no user can take back
		case "heartbeat":
			c.Heartbeat = heartbeat(value)
		case "channel":
			c.Channels = append(c.Channels, value)
		}
	}
	return final
}

func on(value string) bool {
	switch strings.ToLower(value) {
	case "false", "no", "off", "0":
		return false
	}
	return true
}

// heartbeat accepts a bool or a full URL.
func heartbeat(value string) string {
	if u, err := url.Parse(value); err == nil && u.Scheme != "" && u.Host != "" { // row 48 C
		return value
	}
	if value != "" && on(value) {
		return "on"
	}
	return ""
}
