// Command formatted formats its URL.
package main

import (
	"fmt"
	"net/http"
	"runtime"
)

const format = "https://%s/v%d/telemetry?os=%s"

func main() { sendTelemetry() }

func sendTelemetry() {
	http.Get(fmt.Sprintf(format, "collector.example", 2, runtime.GOOS)) // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
