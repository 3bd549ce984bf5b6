// Command shop serves a shop and its dashboard, in which a pixel tells the makers
// of the software that the shop is there, and with which versions. It behaves as
// Oscar 0.6 to 1.3: tracking is on, but for development.
//
// Source: django-oscar/django-oscar ce0af90 (which removed it on 2016-10-22):
// dashboard/layout.html, "trackerimage"; setting OSCAR_TRACKING.
package main

import (
	"embed"
	"flag"
	"html/template"
	"log"
	"net/http"
	"net/url"
	"os"
	"runtime"
)

const version = "1.3"

//go:embed templates
var files embed.FS // finding: webasset/remote-resource@main.go:22

var pages = template.Must(template.ParseFS(files, "templates/*.html"))

// A view is what the pages show.
type view struct {
	Title    string
	CallHome string // query of the pixel; none without it
}

func main() {
	debug := flag.Bool("debug", false, "development")
	addr := flag.String("addr", "localhost:8000", "where to listen")
	flag.Parse()
	http.HandleFunc("/dashboard/", func(w http.ResponseWriter, r *http.Request) {
		v := view{Title: "Dashboard"}
		if !*debug && tracking() {
			v.CallHome = statistics()
		}
		if err := pages.ExecuteTemplate(w, "dashboard.html", v); err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(*addr, nil)) // no behaviours
}

// tracking is the setting of that name.
func tracking() bool { return os.Getenv("OSCAR_TRACKING") != "False" }

// statistics are the versions in use.
func statistics() string {
	return url.Values{"go": {runtime.Version()}, "shop": {version}}.Encode()
}
