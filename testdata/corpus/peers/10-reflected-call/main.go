// Command 10-reflected-call calls its sender by reflection.
package main

import (
	"net/http"
	"reflect"
)

func main() { reflect.ValueOf(sendTelemetry).Call(nil) }

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
