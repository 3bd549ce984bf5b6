// Command feed writes a feed and a map of its site, whose links a reader may
// follow.
package main

import (
	"net/http"
	"text/template"
)

var feed = template.Must(template.New("feed").Parse(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<id>https://www.tool.example/</id>
<link href="https://www.tool.example/"/>
<link rel="self" href="https://www.tool.example/feed.xml"/>
{{range .}}<entry><title>{{.}}</title><link href="https://www.tool.example/{{.}}"/></entry>
{{end}}</feed>
`))

func main() {
	http.HandleFunc("/feed.xml", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/atom+xml")
		feed.Execute(w, []string{"one", "two"})
	})
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}
