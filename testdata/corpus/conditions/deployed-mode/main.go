// Command deployed-mode reports its use where it is deployed, unless a flag says no: to deploy it is no consent.
package main

import (
	"flag"
	"net/http"
	"strings"
)

func main() {
	mode := flag.String("mode", "demo", "demo, or prod")
	metric := flag.Bool("metric", true, "send metrics") // finding: optout/default-on
	flag.Parse()
	if *mode != "prod" {
		return
	}
	if *metric {
		http.Post("https://collector.example/usage", "text/plain", strings.NewReader("start")) // behaviour: opt-out usage flag:metric
	}
}
