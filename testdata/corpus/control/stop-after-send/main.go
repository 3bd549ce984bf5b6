// Command stop-after-send sends again and again until a flag stops the loop
// after the first time.
package main

import (
	"flag"
	"net/http"
	"time"
)

func main() {
	once := flag.Bool("once", false, "look for updates once only")
	flag.Parse()
	for {
		checkUpdate()
		if *once {
			break
		}
		time.Sleep(time.Hour)
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update // finding: telemetry/no-consent
}
