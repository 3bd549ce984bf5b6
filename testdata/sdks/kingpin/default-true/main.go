// Command default-true has a kingpin flag whose default is true.
package main

import (
	"net/http"
	"os"

	"github.com/alecthomas/kingpin/v2"
)

func main() {
	app := kingpin.New("tool", "A tool.")
	on := app.Flag("telemetry", "Send usage data.").Default("true").Bool() // finding: optout/default-on
	kingpin.MustParse(app.Parse(os.Args[1:]))
	if *on {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
