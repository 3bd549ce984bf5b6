// Command no-time-limit reports before its work, for as long as
// that takes.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if *on {
		http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry // finding: telemetry/blocking
	}
	work()
}

func work() { println("working") }
