// Command generic-reporter instantiates a generic reporter with a type that
// sends and one that does not.
package main

import (
	"flag"
	"net/http"
)

type sink interface{ write(event string) }

type local struct{}

func (local) write(event string) { println(event) }

type remote struct{}

func (remote) write(event string) {
	http.Get("https://collector.example/telemetry?event=" + event) // behaviour: opt-in usage flag:telemetry
}

func report[S sink](s S, event string) { s.write(event) }

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	report(local{}, "start")
	if *on {
		report(remote{}, "start")
	}
}
