// Command other-host fetches pictures, as its policy says, and from a host that
// its policy does not name.
package main

import "net/http"

func main() {
	http.Get("https://thumbs.example/42")   // behaviour: unconditional primary
	http.Get("https://pictures.example/42") // behaviour: unconditional primary // finding: netscope/undeclared-host
}
