// Command none-known-twice fetches from one host twice in one function: folded
// to one behaviour.
package main

import "net/http"

func main() {
	http.Get("https://files.example/words.txt") // behaviour: unconditional unknown host=files.example
	http.Get("https://files.example/names.txt")
}
