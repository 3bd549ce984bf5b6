// Command declared fetches pictures, as its policy says.
package main

import "net/http"

func main() {
	thumbnail("42")
}

func thumbnail(article string) {
	http.Get("https://thumbs.example/" + article) // behaviour: unconditional primary
}
