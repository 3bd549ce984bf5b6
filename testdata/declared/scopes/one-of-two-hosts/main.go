// Command one-of-two-hosts fetches pictures from the host that its policy names,
// and if that fails from another one.
package main

import "net/http"

var hosts = []string{"thumbs.example", "thumbs-mirror.example"}

func main() {
	for _, host := range hosts {
		if _, err := http.Get("https://" + host + "/42"); err == nil { // behaviour: unconditional primary // finding: netscope/undeclared-host
			return
		}
	}
}
