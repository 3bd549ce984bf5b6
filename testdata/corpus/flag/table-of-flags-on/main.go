// Command table-of-flags-on defines its flags by a table; one of them refuses.
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
	silent bool
)

func define(table []option) {
	for _, o := range table {
		switch dest := o.dest.(type) {
		case *bool:
			value := false
			if o.value != nil {
				value = o.value.(bool)
			}
			flag.BoolVar(dest, o.name, value, "") // finding: optout/default-on
		case *string:
			flag.StringVar(dest, o.name, o.value.(string), "")
		}
	}
}

func main() {
	define([]option{
		{dest: &colour, name: "colour", value: true},
		{dest: &level, name: "level", value: "info"},
		{dest: &silent, name: "no-telemetry"},
	})
	flag.Parse()
	if !silent {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-out usage flag:no-telemetry
}
