// Command method-by-name calls a method by a name that it reads from a file.
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
	http.Get("https://collector.example/telemetry") // behaviour: unknown usage // finding: telemetry/undecided
}

func main() {
	name, err := os.ReadFile("/usr/share/tool/method")
	if err != nil {
		return
	}
	reflect.ValueOf(reporter{}).MethodByName(string(name)).Call(nil)
}
