// Command tracker-in-bundle serves a script that reports its readers.
package main

import (
	"embed"
	"net/http"
)

// finding: webasset/tracker@main.go:11
//
//go:embed dist
var dist embed.FS

func main() {
	http.ListenAndServe("localhost:8080", http.FileServerFS(dist)) // no behaviours
}
