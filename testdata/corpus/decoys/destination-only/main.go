// Command destination-only has a variable that says where its reports go, and
// promises nothing about whether; a flag stops them.
package main

import (
	"cmp"
	"flag"
	"net/http"
	"os"
)

func main() {
	on := flag.Bool("telemetry", true, "send usage data") // finding: optout/default-on
	flag.Parse()
	if *on {
		sendTelemetry(cmp.Or(os.Getenv("X_TELEMETRY_URL"), "https://collector.example/telemetry")) // behaviour: opt-out usage flag:telemetry
	}
}

func sendTelemetry(url string) {
	http.Get(url + "?event=start")
}
