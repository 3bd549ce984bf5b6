// Command primary-download fetches what it needs for its work, and does
// not work without.
package main

import (
	"log"
	"net/http"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		return
	}
	_, err := http.Get("https://files.example/index") // behaviour: unconditional primary
	if err != nil {
		log.Fatal(err)
	}
}
