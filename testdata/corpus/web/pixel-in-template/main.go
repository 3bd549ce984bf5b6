// Command pixel-in-template shows its makers each dashboard that is opened.
package main

import (
	"html/template"
	"net/http"
)

var dashboard = template.Must(template.New("dashboard").Parse(`<h1>{{.Title}}</h1>
<img src="//analytics.collector.example/pixel.gif?version={{.Version}}" alt="">
`)) // finding: webasset/remote-resource@main.go:9

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		dashboard.Execute(w, map[string]string{"Title": "Shop", "Version": "1.0"})
	})
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}
