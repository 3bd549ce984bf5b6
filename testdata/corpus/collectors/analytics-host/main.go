// Command analytics-host sends what it does to an analytics company, and asks
// nobody.
package main

import (
	"net/http"
	"strings"
)

func main() {
	body := strings.NewReader("v=1&t=event&ec=start")
	http.Post("https://www.google-analytics.com/collect", "text/plain", body) // behaviour: unconditional usage host=www.google-analytics.com // finding: telemetry/no-consent telemetry/third-party-collector
}
