// Command release-asked-by-browser has the browser ask for the newest release,
// and tell whose browser it is.
package main

import (
	"fmt"
	"net/http"
)

const script = `<script>
const latest = "https://releases.collector.example/latest.txt";
fetch(latest, { referrerPolicy: "strict-origin-when-cross-origin" })
  .then((response) => response.text())
  .then((text) => { document.getElementById("release").textContent = text });
</script>` // finding: webasset/remote-resource@main.go:10 webasset/referrer-leak@main.go:10

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, `<p id="release"></p>`, script)
	})
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}
