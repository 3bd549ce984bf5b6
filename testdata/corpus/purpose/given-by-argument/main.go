// Command given-by-argument fetches what the user asks for by an argument.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: tool URL")
	}
	http.Get(os.Args[1]) // behaviour: unconditional unknown host=@user
}
