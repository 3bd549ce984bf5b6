// Command method-by-constant-name calls a method by a name that is a constant:
// the other one is not called.
package main

import (
	"net/http"
	"reflect"
)

// no behaviours

type reporter struct{}

// Skip does nothing.
func (reporter) Skip() {}

// SendTelemetry sends.
func (reporter) SendTelemetry() { http.Get("https://collector.example/telemetry") }

func main() {
	reflect.ValueOf(reporter{}).MethodByName("Skip").Call(nil)
}
