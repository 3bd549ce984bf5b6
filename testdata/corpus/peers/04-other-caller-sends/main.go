// Command 04-other-caller-sends shows a local value here and a value that
// sends there.
package main

import (
	"flag"
	"fmt"
	"net/http"
)

type local struct{}

func (local) String() string { return "local" }

type netty struct{}

func (netty) String() string {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
	return "netty"
}

func show(s fmt.Stringer) { println(s.String()) }

func onlyLocal() { show(local{}) }

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	onlyLocal()
	if *on {
		show(netty{})
	}
}
