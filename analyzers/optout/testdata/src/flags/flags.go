// Package main has flags that are on and flags that are off.
package main

import (
	"flag"
	"net/http"
)

var (
	on  = flag.Bool("telemetry", true, "send telemetry") // want `^usage report to telemetry.example.org by default: flag -?telemetry defaults to true; decided at .*flags.go:17; .*\(optout/default-on\)$`
	off = flag.Bool("more-telemetry", false, "send more telemetry")
	not = flag.Bool("no-telemetry", false, "send no telemetry") // want `flag -?no-telemetry=true stops it; .*\(optout/default-on\)$`
)

func main() {
	flag.Parse()
	if *on {
		http.Get("https://telemetry.example.org/on")
	}
	if *off {
		http.Get("https://telemetry.example.org/off")
	}
	if !*not {
		http.Get("https://telemetry.example.org/not")
	}
}
