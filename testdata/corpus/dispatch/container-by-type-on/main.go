// Command container-by-type-on keeps its parts in a container, by the name of
// their type: the functions that fill it are generic, and a part is an interface
// that refuses where the environment says so.
package main

import (
	"fmt"
	"net/http"
	"os"
)

type container struct{ parts map[string]any }

// part returns the part of a type, making it the first time.
func part[T any](c *container, make func() T) T {
	key := fmt.Sprintf("%T", (*T)(nil))
	if found, ok := c.parts[key]; ok {
		return found.(T)
	}
	made := make()
	c.parts[key] = made
	return made
}

type consent interface{ refused() bool }

type environment struct{}

func (environment) refused() bool { return os.Getenv("TOOL_NO_TELEMETRY") != "" }

func consentOf(c *container) consent {
	return part(c, func() consent { return environment{} })
}

func main() {
	c := &container{parts: map[string]any{}}
	consentOf(c)
	if e := consentOf(c); !e.refused() { // finding: optout/opt-out-env-only
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:TOOL_NO_TELEMETRY
}
