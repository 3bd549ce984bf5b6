// Command addresses-that-load-nothing serves a page with many addresses of other
// sites, none of which a browser asks for by itself.
package main

import (
	"embed"
	"net/http"
)

//go:embed page
var page embed.FS

func main() {
	http.ListenAndServe("localhost:8080", http.FileServerFS(page)) // no behaviours
}
