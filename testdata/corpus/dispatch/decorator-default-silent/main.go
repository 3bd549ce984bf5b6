// Command decorator-default-silent wraps its sender in a decorator with the
// same interface, whose default stops.
package main

import (
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
)

type choice int

const (
	undecided choice = iota
	optIn
)

type config struct {
	Analytics choice `json:"analytics"`
}

type analytics interface{ incr(name string) }

type gated struct {
	next   analytics
	choice choice
}

func (g *gated) incr(name string) {
	if g.choice == optIn {
		g.next.incr(name)
	}
}

type remote struct{}

func (remote) incr(name string) {
	http.Get("https://collector.example/analytics?event=" + name) // behaviour: opt-in usage config:analytics
}

// load overlays c with the user's settings file, if there is one.
func load(c config) config {
	dir, _ := os.UserConfigDir()
	if b, err := os.ReadFile(filepath.Join(dir, "tool", "config.json")); err == nil {
		_ = json.Unmarshal(b, &c)
	}
	return c
}

func main() {
	var a analytics = &gated{remote{}, load(config{}).Analytics}
	a.incr("start")
}
