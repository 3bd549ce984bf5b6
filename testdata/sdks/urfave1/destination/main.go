// Command destination lets an urfave flag write a variable.
package main

import (
	"net/http"
	"os"

	"github.com/urfave/cli"
)

func main() {
	var on bool
	app := cli.NewApp()
	app.Flags = []cli.Flag{cli.BoolFlag{Name: "telemetry", EnvVar: "X_TELEMETRY", Destination: &on}}
	app.Action = func(*cli.Context) error {
		if on {
			sendTelemetry()
		}
		return nil
	}
	_ = app.Run(os.Args)
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry,env:X_TELEMETRY needs=any
}
