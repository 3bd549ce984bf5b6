// Command in-package-variable sends to initialise a package variable.
package main

import "net/http"

var status = sendTelemetry()

func main() { println(status) }

func sendTelemetry() string {
	resp, err := http.Get("https://collector.example/telemetry") // behaviour: unconditional usage trigger=init // finding: telemetry/init-time
	if err != nil {
		return err.Error()
	}
	defer resp.Body.Close()
	return resp.Status
}
