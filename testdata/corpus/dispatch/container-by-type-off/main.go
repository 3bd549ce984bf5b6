// Command container-by-type-off keeps its parts in a container, by the name of
// their type: the functions that fill it are generic, and a part is an interface
// that grants where the environment says so.
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

type consent interface{ granted() bool }

type environment struct{}

func (environment) granted() bool { return os.Getenv("TOOL_TELEMETRY") != "" }

func consentOf(c *container) consent {
	return part(c, func() consent { return environment{} })
}

func main() {
	c := &container{parts: map[string]any{}}
	consentOf(c)
	if e := consentOf(c); e.granted() {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:TOOL_TELEMETRY
}
