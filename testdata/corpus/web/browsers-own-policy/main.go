// Command browsers-own-policy writes down the policy that browsers have anyway,
// for those that have another, and links to other sites.
package main

import (
	"io"
	"net/http"
)

const page = `<!DOCTYPE html>
<meta name="referrer" content="same-origin">
<p>See <a href="https://go.dev/" rel="noreferrer" referrerpolicy="origin">Go</a> and <a href="https://www.debian.org/">Debian</a>.`

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Referrer-Policy", "strict-origin-when-cross-origin")
		io.WriteString(w, page)
	})
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}
