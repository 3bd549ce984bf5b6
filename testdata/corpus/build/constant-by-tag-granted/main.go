// Command constant-by-tag-granted compiles its refusal in under a build tag,
// and elsewhere checks if a flag allows it.
package main

import (
	"flag"
	"net/http"
)

func main() {
	on := flag.Bool("update-check", false, "look for a new version")
	flag.Parse()
	if !disabled && *on {
		checkUpdate()
	}
}

func checkUpdate() {
	http.Get("https://releases.example/tool/releases/latest") // behaviour: opt-in update flag:update-check
}
