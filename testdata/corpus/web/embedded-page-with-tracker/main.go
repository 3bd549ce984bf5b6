// Command embedded-page-with-tracker serves a page that reports its readers.
package main

import (
	"embed"
	"net/http"
)

// finding: webasset/tracker@main.go:11 webasset/remote-resource@main.go:11
//
//go:embed page
var page embed.FS

func main() {
	http.ListenAndServe("localhost:8080", http.FileServerFS(page)) // no behaviours
}
