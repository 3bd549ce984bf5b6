// Command update-of-a-record updates a record where the user's server is: no
// update check.
package main

import (
	"flag"
	"log"
	"net/http"
	"strings"
)

func main() {
	server := flag.String("server", "", "address of the customer database")
	flag.Parse()
	if *server == "" {
		log.Fatal("-server is required")
	}
	updateCustomer(*server, flag.Arg(0)) // behaviour: opt-in unknown flag:server host=@user
}

func updateCustomer(server, name string) {
	http.Post(server+"/customers", "text/plain", strings.NewReader(name))
}
