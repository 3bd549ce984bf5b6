// Command pixel-user-sets shows its makers each dashboard that is opened if a
// variable says yes: the template asks for a value, and the program sets it then.
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
`))

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		v := view{Title: "Shop"}
		if os.Getenv("X_PIXEL") == "on" {
			v.Version = runtime.Version()
		}
		dashboard.Execute(w, v)
	})
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}
