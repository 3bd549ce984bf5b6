// Command crash-host-undecided reports crashes to a company that collects
// them, by a method whose name it reads from a file.
package main

import (
	"net/http"
	"os"
	"reflect"
	"strings"
)

type reporter struct{}

func (reporter) Remote(text string) {
	http.Post("https://o1.ingest.sentry.io/api/1/envelope/", "text/plain", strings.NewReader(text)) // behaviour: unknown crash // finding: telemetry/undecided telemetry/third-party-collector
}

func (reporter) Local(text string) { println(text) }

func main() {
	name, _ := os.ReadFile("/etc/tool/reporter")
	how := reflect.ValueOf(reporter{}).MethodByName(string(name))
	how.Call([]reflect.Value{reflect.ValueOf("it crashed")})
}
