// Command connectivity-probe asks a company's probe whether there is a network.
package main

import "net/http"

func main() {
	if !online() {
		println("no network")
	}
}

func online() bool {
	resp, err := http.Get("http://connectivitycheck.gstatic.com/generate_204") // behaviour: unconditional unknown // finding: telemetry/hard-wired-infrastructure
	if err != nil {
		return false
	}
	resp.Body.Close()
	return resp.StatusCode == http.StatusNoContent
}
