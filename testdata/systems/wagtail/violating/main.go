// Command cms serves pages and an administration, whose home page has the
// administrator's browser ask whether there is a newer version, and say for which
// site. It behaves as Wagtail.
//
// Source: wagtail/wagtail c2ae43b, client/src/controllers/UpgradeController.ts:49
// and 79-92 (the referrer policy is set on purpose: 2a40333),
// wagtail/admin/views/home.py:43-72; docs/reference/settings.md:757-765: it
// "provides the Wagtail team with the hostname".
package main

import (
	"embed"
	"flag"
	"html/template"
	"log"
	"net/http"
)

const version = "7.1"

// finding: webasset/remote-resource@main.go:23 webasset/referrer-leak@main.go:23
//
//go:embed static
var static embed.FS

var home = template.Must(template.New("home").Parse(`<!DOCTYPE html>
<title>Administration</title>
<h1>Welcome</h1>
{{if .Check}}<p id="upgrade" data-version="{{.Version}}" hidden>There is a newer version.</p>
<script src="/static/upgrade.js"></script>{{end}}
`))

func main() {
	check := flag.Bool("update-check", true, "tell administrators of newer versions")
	addr := flag.String("addr", "localhost:8000", "where to listen")
	flag.Parse()
	http.Handle("/static/", http.FileServerFS(static))
	http.HandleFunc("/admin/", func(w http.ResponseWriter, r *http.Request) {
		err := home.Execute(w, map[string]any{"Check": *check, "Version": version})
		if err != nil {
			log.Print(err)
		}
	})
	log.Fatal(http.ListenAndServe(*addr, nil)) // no behaviours
}
