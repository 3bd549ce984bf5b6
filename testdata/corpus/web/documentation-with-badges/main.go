// Command documentation-with-badges serves its documentation, badges and links
// included, and metrics for a collector on this machine.
package main

import (
	"embed"
	"net/http"
)

//go:embed docs
var docs embed.FS

func main() {
	http.ListenAndServe("localhost:8080", http.FileServerFS(docs)) // no behaviours
}
