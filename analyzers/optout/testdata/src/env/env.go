// Package main asks environment variables, in words that mean no and in words
// that mean yes.
package main

import (
	"net/http"
	"os"
)

func main() {
	telemetryUnless()
	telemetryUnlessOne()
	telemetryIf()
	telemetryIfOne()
	download()
}

func telemetryUnless() {
	if os.Getenv("X_NO_TELEMETRY") != "" { // want `^usage report to telemetry.example.org unless env X_NO_TELEMETRY.*\(optout/opt-out-env-only\)$`
		return
	}
	http.Get("https://telemetry.example.org/unless")
}

func telemetryUnlessOne() {
	if os.Getenv("DO_NOT_TRACK") != "1" { // want `unless env DO_NOT_TRACK=1; .*\(optout/opt-out-env-only\)$`
		http.Get("https://telemetry.example.org/unless-one")
	}
}

func telemetryIf() {
	if os.Getenv("X_TELEMETRY") == "" {
		return
	}
	http.Get("https://telemetry.example.org/if")
}

func telemetryIfOne() {
	if os.Getenv("X_TELEMETRY") == "1" {
		http.Get("https://telemetry.example.org/if-one")
	}
}

// download has no purpose that anything shows: listed, and no finding.
func download() {
	if os.Getenv("X_OFFLINE") == "" {
		http.Get("https://files.example.org/index")
	}
}
