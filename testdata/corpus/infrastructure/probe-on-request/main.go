// Command probe-on-request asks a public probe if a flag says so.
package main

import (
	"flag"
	"net/http"
)

func main() {
	probe := flag.Bool("probe", false, "ask a public server whether there is a network")
	flag.Parse()
	if *probe {
		http.Get("http://connectivitycheck.gstatic.com/generate_204") // behaviour: opt-in unknown flag:probe
	}
}
