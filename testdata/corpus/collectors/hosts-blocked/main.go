// Command hosts-blocked fetches pages that its arguments name, and keeps away from
// collectors: it names them, and asks none of them.
package main

import (
	_ "embed"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
)

//go:embed blocked.txt
var blocked string

const worst = "https://api.amplitude.com"

func main() {
	hosts := strings.Fields(blocked)
	for _, arg := range os.Args[1:] {
		u, err := url.Parse(arg)
		if err != nil || slices.Contains(hosts, u.Host) || strings.HasPrefix(arg, worst) {
			println("not asked:", arg)
			continue
		}
		if resp, err := http.Get(arg); err == nil { // behaviour: unconditional unknown host=@user
			resp.Write(os.Stdout)
			resp.Body.Close()
		}
	}
}
