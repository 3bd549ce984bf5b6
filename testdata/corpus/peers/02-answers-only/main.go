// Command 02-answers-only answers requests with an error and with files; it
// asks nobody.
package main

import (
	"log"
	"net/http"
)

// no behaviours

func main() {
	http.HandleFunc("/telemetry", func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "no telemetry here", http.StatusGone)
	})
	http.Handle("/", http.FileServer(http.Dir(".")))
	log.Fatal(http.ListenAndServe(":8080", nil))
}
