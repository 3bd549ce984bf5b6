// Command deployed-mode-granted reports its use where it is deployed and a flag allows it.
package main

import (
	"flag"
	"net/http"
	"strings"
)

func main() {
	mode := flag.String("mode", "demo", "demo, or prod")
	metric := flag.Bool("metric", false, "send metrics")
	flag.Parse()
	if *mode == "prod" && *metric {
		http.Post("https://collector.example/usage", "text/plain", strings.NewReader("start")) // behaviour: opt-in usage flag:metric,flag:mode needs=all
	}
}
