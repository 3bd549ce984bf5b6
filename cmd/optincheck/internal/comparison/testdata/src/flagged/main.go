// Command flagged sends a number of this run only if a flag asks for it.
//
// Weaker: administrator-refuses carrier environment-refuses
// heartbeat-background heartbeat-consent heartbeat-method heartbeat-time
// per-purpose record-binding redaction redirects
package main

import (
	"crypto/rand"
	"flag"
	"net/http"
)

var report = flag.Bool("report", false, "report this run")

func main() {
	flag.Parse()
	if *report {
		http.Get("https://stats.example/run?" + rand.Text())
	}
}
