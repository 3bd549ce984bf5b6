// Command fatal-on-failure does not work where its collector cannot be
// reached.
package main

import (
	"flag"
	"log"
	"net/http"
	"time"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		client := &http.Client{Timeout: 3 * time.Second}
		if _, err := client.Get("https://collector.example/telemetry"); err != nil { // behaviour: opt-in usage flag:telemetry // finding: telemetry/blocking
			log.Fatal(err)
		}
	}
	println("working")
}
