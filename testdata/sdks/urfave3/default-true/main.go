// Command default-true has an urfave flag whose value is true and which a
// variable sets, too.
package main

import (
	"context"
	"net/http"
	"os"

	"github.com/urfave/cli/v3"
)

func main() {
	cmd := &cli.Command{
		Flags: []cli.Flag{&cli.BoolFlag{
			Name:    "telemetry",
			Value:   true, // finding: optout/default-on
			Sources: cli.EnvVars("X_TELEMETRY"),
		}},
		Action: func(_ context.Context, c *cli.Command) error {
			if c.Bool("telemetry") {
				sendTelemetry()
			}
			return nil
		},
	}
	_ = cmd.Run(context.Background(), os.Args)
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:telemetry,env:X_TELEMETRY needs=any
}
