// Command pixel-program-sets shows its makers each dashboard that is opened: the
// template asks for a value, and the program sets it unless a variable says no.
package main

import (
	"html/template"
	"net/http"
	"os"
	"runtime"
)

type view struct{ Title, Version string }

var dashboard = template.Must(template.New("dashboard").Parse(`<h1>{{.Title}}</h1>
{{if .Version}}<img src="//analytics.collector.example/pixel.gif?version={{.Version}}" alt="">{{end}}
`)) // finding: webasset/remote-resource@main.go:14

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		v := view{Title: "Shop"}
		if os.Getenv("X_NO_PIXEL") == "" {
			v.Version = runtime.Version()
		}
		dashboard.Execute(w, v)
	})
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}
