// Command 10-reflected-call-granted calls its sender by reflection if a
// variable allows it.
package main

import (
	"net/http"
	"os"
	"reflect"
)

func main() {
	if os.Getenv("X_TELEMETRY") == "1" {
		reflect.ValueOf(sendTelemetry).Call(nil)
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_TELEMETRY
}
