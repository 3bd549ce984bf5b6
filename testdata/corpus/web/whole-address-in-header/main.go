// Command whole-address-in-header tells every site that its pages link to which
// page a reader came from.
package main

import "net/http"

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Referrer-Policy", "unsafe-url") // finding: webasset/referrer-leak
		w.Write([]byte("<a href=\"https://example.org/\">the project</a>"))
	})
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}
