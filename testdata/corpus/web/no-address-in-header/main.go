// Command no-address-in-header tells no other site which page a reader came
// from.
package main

import "net/http"

const head = `<head>
<meta name="referrer" content="same-origin">
</head>`

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Referrer-Policy", "no-referrer")
		w.Write([]byte(head + "<a href=\"https://example.org/\">the project</a>"))
	})
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}
