// Command table-of-options describes its flags in a table, with what the
// settings hold for a default.
package main

import (
	"flag"
	"net/http"
)

// An option is a flag, described where the program is put together.
type option struct {
	dest    any
	flag    string
	initial any
	help    string
}

type settings struct{ ReportingDisabled bool }

func options(o *settings) []option {
	return []option{
		{dest: &o.ReportingDisabled, flag: "reporting-disabled", initial: o.ReportingDisabled, help: "send no usage data"},
	}
}

func define(opts []option) {
	for _, o := range opts {
		if dest, ok := o.dest.(*bool); ok {
			initial, _ := o.initial.(bool)
			flag.BoolVar(dest, o.flag, initial, o.help) // finding: optout/default-on@main.go
		}
	}
}

func main() {
	o := &settings{}
	define(options(o))
	flag.Parse()
	if !o.ReportingDisabled {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:reporting-disabled
}
