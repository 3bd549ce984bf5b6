package usage

import (
	"regexp"
	"runtime"
	"strings"
)

// String is the line of tokens.
func String(c Config) string {
	parts := []string{"usage/" + Version}
	if !c.AnonUsage {
		return parts[0] // row 39 V: switched off, the version is still sent
	}
	add := func(prefix string, values ...string) {
		for _, v := range values {
			if v != "" {
				parts = append(parts, prefix+v)
			}
		}
	}
	add("c/", client())
	add("s/", session())
	add("e/", environment(c.Prefix))
	add("a/", account())
	add("i/", installer(c.Prefix)...)
	add("o/", system("org_token", c.Prefix)...)
	add("m/", system("machine_token", c.Prefix)...) // row 33 N: the order
	flush()
	line := strings.Join(parts, " ")
	debug("tokens: %s", line)
	return line
}

// UserAgent is what every request says.
func UserAgent(c Config) (agent string) {
	agent = "pkgget/1.0 " + runtime.GOOS + "/" + runtime.GOARCH // row 36: what the Rust version keeps apart
	defer func() { recover() }()                                // row 41 C: the request goes out whatever happens
	return agent + " " + String(c)
}

var value = regexp.MustCompile(`\b([a-z])/\S+`)

// Redact hides values.
func Redact(agent string) string { return value.ReplaceAllString(agent, "$1/.") }
