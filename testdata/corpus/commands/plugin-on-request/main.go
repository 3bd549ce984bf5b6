// Command plugin-on-request fetches a build of itself with another plugin, for
// who asks for that.
package main

import (
	"net/http"
	"os"
)

func main() {
	if len(os.Args) > 2 && os.Args[1] == "install-plugin" {
		fetch(os.Args[2])
		return
	}
	println("working")
}

func fetch(plugin string) {
	http.Get("https://downloads.example/build?plugin=" + plugin) // behaviour: opt-in any command:install-plugin
}
