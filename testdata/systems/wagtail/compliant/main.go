// Command cms serves pages and an administration, whose home page names the
// version and has a link to the list of releases, for who wants to look.
package main

import (
	"embed"
	"flag"
	"html/template"
	"log"
	"net/http"
)

const version = "7.1"

//go:embed static
var static embed.FS

var home = template.Must(template.New("home").Parse(`<!DOCTYPE html>
<title>Administration</title>
<h1>Welcome</h1>
<p>Version {{.}}; <a href="https://releases.wagtail.org/" rel="noreferrer">newer ones</a> come with your distribution.</p>
<script src="/static/menu.js"></script>
`))

func main() {
	addr := flag.String("addr", "localhost:8000", "where to listen")
	flag.Parse()
	http.Handle("/static/", http.FileServerFS(static))
	http.HandleFunc("/admin/", func(w http.ResponseWriter, r *http.Request) {
		if err := home.Execute(w, version); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(*addr, nil)) // no behaviours
}
