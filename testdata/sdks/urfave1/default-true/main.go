// Command default-true has an urfave flag that is true unless somebody says
// no.
package main

import (
	"net/http"
	"os"

	"github.com/urfave/cli"
)

func main() {
	app := cli.NewApp()
	app.Flags = []cli.Flag{cli.BoolTFlag{Name: "telemetry, t"}}
	app.Action = func(c *cli.Context) error {
		if c.BoolT("telemetry") {
			sendTelemetry()
		}
		return nil
	}
	_ = app.Run(os.Args) // finding: optout/default-on
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry
}
