// Command method-by-name-granted calls a method by a name that it reads from a file,
// if a variable allows it.
package main

import (
	"net/http"
	"os"
	"reflect"
)

type reporter struct{}

// Skip does nothing.
func (reporter) Skip() {}

// SendTelemetry sends.
func (reporter) SendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}

func main() {
	if os.Getenv("X_TELEMETRY") != "1" {
		return
	}
	name, err := os.ReadFile("/usr/share/tool/method")
	if err != nil {
		return
	}
	reflect.ValueOf(reporter{}).MethodByName(string(name)).Call(nil)
}
