// Command shop serves a shop and its dashboard. The pages report their readers to
// an analytics account that the shop has named, and to nobody while it has not:
// the template of Oscar that stayed, without the reader's number.
//
// Source: django-oscar/django-oscar cdbfc44,
// templates/oscar/partials/google_analytics.html:1-15, core/context_processors.py:29-32.
package main

import (
	"embed"
	"flag"
	"html/template"
	"log"
	"net/http"
)

//go:embed templates
var files embed.FS

var pages = template.Must(template.ParseFS(files, "templates/*.html"))

// A view is what the pages show.
type view struct {
	Title   string
	Account string // of the shop, where readers are reported to
}

func main() {
	account := flag.String("google-analytics-id", "", "the shop's own account")
	addr := flag.String("addr", "localhost:8000", "where to listen")
	flag.Parse()
	http.HandleFunc("/dashboard/", func(w http.ResponseWriter, r *http.Request) {
		if err := pages.ExecuteTemplate(w, "dashboard.html", view{"Dashboard", *account}); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(*addr, nil)) // no behaviours
}
