// Command pixel-if-set shows a picture that its operator may name.
package main

import (
	"flag"
	"html/template"
	"net/http"
)

var dashboard = template.Must(template.New("dashboard").Parse(`<h1>{{.Title}}</h1>
{{if .Logo}}<img src="{{.Logo}}" alt="">{{else}}<img src="/logo.png" alt="">{{end}}
`))

func main() {
	logo := flag.String("logo", "", "address of a picture")
	flag.Parse()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		dashboard.Execute(w, map[string]string{"Title": "Shop", "Logo": *logo})
	})
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}
