// Command none-known fetches something for no purpose that its names would
// show: listed, no finding.
package main

import "net/http"

func main() {
	http.Get("https://files.example/words.txt") // behaviour: unconditional unknown host=files.example
}
