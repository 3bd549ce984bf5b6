// Command method-by-name-beside calls a method by a name that it reads from a file;
// what sends has nothing to do with it, and waits for a variable.
package main

import (
	"net/http"
	"os"
	"reflect"
)

type reporter struct{}

// Skip does nothing.
func (reporter) Skip() {}

// Draw draws.
func (reporter) Draw() { println("drawn") }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}

func main() {
	if os.Getenv("X_TELEMETRY") == "1" {
		sendTelemetry()
	}
	name, err := os.ReadFile("/usr/share/tool/method")
	if err != nil {
		return
	}
	reflect.ValueOf(reporter{}).MethodByName(string(name)).Call(nil)
}
