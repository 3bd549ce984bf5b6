// Command table-of-flags-off defines its flags by a table; the one for telemetry is off.
package main

import (
	"flag"
	"net/http"
)

// An option is one row of the table of flags.
type option struct {
	dest  any
	name  string
	value any
}

var (
	colour bool
	level  string
	report bool
)

func define(table []option) {
	for _, o := range table {
		switch dest := o.dest.(type) {
		case *bool:
			value := false
			if o.value != nil {
				value = o.value.(bool)
			}
			flag.BoolVar(dest, o.name, value, "")
		case *string:
			flag.StringVar(dest, o.name, o.value.(string), "")
		}
	}
}

func main() {
	define([]option{
		{dest: &colour, name: "colour", value: true},
		{dest: &level, name: "level", value: "info"},
		{dest: &report, name: "telemetry"},
	})
	flag.Parse()
	if report {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage flag:telemetry
}
