// Command analytics-host-granted sends what it does to an analytics company if
// a flag allows it.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("analytics", false, "help to improve this program")
	flag.Parse()
	if *on {
		http.Get("https://api.mixpanel.com/track?data=start") // behaviour: opt-in usage flag:analytics
	}
}
