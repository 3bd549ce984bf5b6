// Command bundle-that-names-addresses serves a script that names addresses of
// other sites, in messages, links and names, and asks its own server alone.
package main

import (
	"embed"
	"net/http"
)

//go:embed dist
var dist embed.FS

func main() {
	http.ListenAndServe("localhost:8080", http.FileServerFS(dist)) // no behaviours
}
