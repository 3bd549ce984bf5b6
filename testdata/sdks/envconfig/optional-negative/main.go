// Command optional-negative has a negative setting of a type that knows
// whether somebody gave it.
package main

import (
	"net/http"

	"github.com/kelseyhightower/envconfig"
)

// An optional value knows whether somebody gave it.
type optional struct{ Bool, Valid bool }

// UnmarshalText implements encoding.TextUnmarshaler.
func (o *optional) UnmarshalText(text []byte) error {
	o.Valid = len(text) > 0
	o.Bool = string(text) == "true"
	return nil
}

type config struct {
	NoReport optional `envconfig:"X_NO_REPORT"`
}

func main() {
	var c config
	if err := envconfig.Process("", &c); err != nil {
		return
	}
	if !c.NoReport.Valid || !c.NoReport.Bool { // finding: optout/opt-out-env-only@main.go
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage env:X_NO_REPORT
}
