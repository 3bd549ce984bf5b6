// Command cut-of-nothing sends the rest of a list that nobody fills: nothing.
package main // no behaviours

import (
	"net/http"
	"strings"
)

func main() {
	var waiting = make([]string, 0, 8)
	rest := waiting[len(waiting)/2:]
	if len(rest) > 0 {
		http.Post("https://collector.example/usage", "text/plain", strings.NewReader(rest[0]))
	}
}
