// Command positive has a go-flags option in a group, which is off.
package main

import (
	"net/http"
	"os"

	"github.com/jessevdk/go-flags"
)

type privacy struct {
	Telemetry bool `long:"telemetry" description:"Send usage data."`
}

var options struct {
	Privacy privacy `group:"Privacy" namespace:"privacy"`
}

func main() {
	if _, err := flags.Parse(&options); err != nil {
		os.Exit(1)
	}
	if options.Privacy.Telemetry {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:privacy.telemetry
}
