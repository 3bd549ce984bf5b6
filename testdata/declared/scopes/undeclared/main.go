// Command undeclared fetches pictures, of which its policy says nothing.
package main

import "net/http"

func main() {
	thumbnail("42")
}

func thumbnail(article string) {
	http.Get("https://thumbs.example/" + article) // behaviour: unconditional unknown // finding: netscope/undeclared-function
}
