// Command embedded-page-of-operator serves a page that reports its readers to
// an account that the operator may name.
package main

import (
	"embed"
	"flag"
	"html/template"
	"net/http"
)

//go:embed page
var page embed.FS

func main() {
	account := flag.String("analytics", "", "account that readers are reported to")
	flag.Parse()
	index := template.Must(template.ParseFS(page, "page/*.html"))
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		index.Execute(w, map[string]string{"Account": *account})
	})
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}
