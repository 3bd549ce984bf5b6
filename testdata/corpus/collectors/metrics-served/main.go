// Command metrics-served counts what it does and shows the numbers to whoever
// asks on this machine: nothing is sent.
package main

import (
	"fmt"
	"net/http"
	"sync/atomic"
)

// no behaviours

var requests atomic.Int64

func main() {
	http.HandleFunc("/telemetry/metrics", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, "requests_total %d\n", requests.Add(1))
	})
	http.ListenAndServe("localhost:9090", nil)
}
