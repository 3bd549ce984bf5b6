// Command table-of-options-off describes its flags in a table, with what the
// settings hold for a default: that nothing is sent.
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
			flag.BoolVar(dest, o.flag, initial, o.help)
		}
	}
}

func main() {
	o := &settings{ReportingDisabled: true}
	define(options(o))
	flag.Parse()
	if !o.ReportingDisabled {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:reporting-disabled
}
