// Command stops-applying-not-asking asks for the newest version and only then
// whether it may install it.
package main

import (
	"flag"
	"net/http"
)

func main() {
	off := flag.Bool("no-update", false, "do not update")
	flag.Parse()
	latest := checkUpdate()
	if *off {
		return
	}
	println("installing", latest)
}

func checkUpdate() string {
	resp, err := http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update // finding: telemetry/no-consent telemetry/decoy-switch
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	return resp.Header.Get("Location")
}
