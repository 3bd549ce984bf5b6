// Command given-by-flag fetches what the user asks for by a flag.
package main

import (
	"flag"
	"log"
	"net/http"
)

func main() {
	address := flag.String("url", "", "what to fetch")
	flag.Parse()
	if *address == "" {
		log.Fatal("-url is required")
	}
	http.Get(*address) // behaviour: opt-in unknown flag:url host=@user
}
