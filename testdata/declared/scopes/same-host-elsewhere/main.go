// Command same-host-elsewhere fetches pictures, as its policy says, and asks
// their host for something else in a function that the policy does not name.
package main

import "net/http"

func main() {
	thumbnail("42")
	refresh()
}

func thumbnail(article string) {
	http.Get("https://thumbs.example/" + article) // behaviour: unconditional primary
}

func refresh() {
	http.Get("https://thumbs.example/all") // behaviour: unconditional unknown // finding: netscope/undeclared-function
}
