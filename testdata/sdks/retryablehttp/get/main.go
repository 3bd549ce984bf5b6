// Command get sends through retryablehttp, and asks nobody.
package main

import (
	"github.com/hashicorp/go-retryablehttp"
)

func main() {
	_, _ = retryablehttp.Get("https://collector.example/telemetry") // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
}
