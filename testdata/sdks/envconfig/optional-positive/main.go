// Command optional-positive has a positive setting of a type that knows
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
	Report optional `envconfig:"X_REPORT"`
}

func main() {
	var c config
	if err := envconfig.Process("", &c); err != nil {
		return
	}
	if c.Report.Valid && c.Report.Bool {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage env:X_REPORT
}
