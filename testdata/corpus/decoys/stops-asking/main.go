// Command stops-asking asks whether it may before it asks for the newest
// version.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("update", false, "update")
	flag.Parse()
	if !*on {
		return
	}
	println("installing", checkUpdate())
}

func checkUpdate() string {
	resp, err := http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:update
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	return resp.Header.Get("Location")
}
