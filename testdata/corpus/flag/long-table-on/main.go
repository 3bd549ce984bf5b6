// Command long-table-on defines 53 flags by a table; one of them refuses.
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
	texts  [52]string
	silent bool
)

func define(table []option) {
	for _, o := range table {
		switch dest := o.dest.(type) {
		case *string:
			flag.StringVar(dest, o.name, o.value.(string), "")
		case *bool:
			value := false
			if o.value != nil {
				value = o.value.(bool)
			}
			flag.BoolVar(dest, o.name, value, "") // finding: optout/default-on
		}
	}
}

func main() {
	define([]option{
		{dest: &texts[0], name: "log-dir", value: ""},
		{dest: &texts[1], name: "log-size", value: ""},
		{dest: &texts[2], name: "log-mode", value: ""},
		{dest: &texts[3], name: "log-format", value: ""},
		{dest: &texts[4], name: "cache-dir", value: ""},
		{dest: &texts[5], name: "cache-size", value: ""},
		{dest: &texts[6], name: "cache-mode", value: ""},
		{dest: &texts[7], name: "cache-format", value: ""},
		{dest: &texts[8], name: "index-dir", value: ""},
		{dest: &texts[9], name: "index-size", value: ""},
		{dest: &texts[10], name: "index-mode", value: ""},
		{dest: &texts[11], name: "index-format", value: ""},
		{dest: &texts[12], name: "query-dir", value: ""},
		{dest: &texts[13], name: "query-size", value: ""},
		{dest: &texts[14], name: "query-mode", value: ""},
		{dest: &texts[15], name: "query-format", value: ""},
		{dest: &texts[16], name: "write-dir", value: ""},
		{dest: &texts[17], name: "write-size", value: ""},
		{dest: &texts[18], name: "write-mode", value: ""},
		{dest: &texts[19], name: "write-format", value: ""},
		{dest: &texts[20], name: "read-dir", value: ""},
		{dest: &texts[21], name: "read-size", value: ""},
		{dest: &texts[22], name: "read-mode", value: ""},
		{dest: &texts[23], name: "read-format", value: ""},
		{dest: &texts[24], name: "store-dir", value: ""},
		{dest: &texts[25], name: "store-size", value: ""},
		{dest: &texts[26], name: "store-mode", value: ""},
		{dest: &texts[27], name: "store-format", value: ""},
		{dest: &texts[28], name: "tls-dir", value: ""},
		{dest: &texts[29], name: "tls-size", value: ""},
		{dest: &texts[30], name: "tls-mode", value: ""},
		{dest: &texts[31], name: "tls-format", value: ""},
		{dest: &texts[32], name: "http-dir", value: ""},
		{dest: &texts[33], name: "http-size", value: ""},
		{dest: &texts[34], name: "http-mode", value: ""},
		{dest: &texts[35], name: "http-format", value: ""},
		{dest: &texts[36], name: "grpc-dir", value: ""},
		{dest: &texts[37], name: "grpc-size", value: ""},
		{dest: &texts[38], name: "grpc-mode", value: ""},
		{dest: &texts[39], name: "grpc-format", value: ""},
		{dest: &texts[40], name: "trace-dir", value: ""},
		{dest: &texts[41], name: "trace-size", value: ""},
		{dest: &texts[42], name: "trace-mode", value: ""},
		{dest: &texts[43], name: "trace-format", value: ""},
		{dest: &texts[44], name: "batch-dir", value: ""},
		{dest: &texts[45], name: "batch-size", value: ""},
		{dest: &texts[46], name: "batch-mode", value: ""},
		{dest: &texts[47], name: "batch-format", value: ""},
		{dest: &texts[48], name: "shard-dir", value: ""},
		{dest: &texts[49], name: "shard-size", value: ""},
		{dest: &texts[50], name: "shard-mode", value: ""},
		{dest: &texts[51], name: "shard-format", value: ""},
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
