// Package texts holds web content in strings.
package texts

import (
	"fmt"
	"html/template"
	"io"
	"net/http"
)

// Dashboard tells its makers who installed it.
//
// want +1 `^<img src> makes the reader's browser ask analytics.example.org; in texts/texts.go:16; //analytics.example.org/pixel.gif\?version=\* .webasset/remote-resource.$`
var Dashboard = template.Must(template.New("dashboard").Parse(`<h1>{{.Title}}</h1>
<p>{{if .Name}}Hello {{.Name}}{{end}}</p>
<img src="//analytics.example.org/pixel.gif?version={{.Version}}" alt="">
`))

const head = "<head>\n" + // want `^<link href> makes the reader's browser ask cdn.jsdelivr.net \(jsDelivr of Prospect\); https://cdn.jsdelivr.net/npm/bootstrap.css`
	"<link rel=\"stylesheet\" href=\"https://cdn.jsdelivr.net/npm/bootstrap.css\">\n" +
	"</head>\n"

// want +1 `a script has the address of www.googletagmanager.com \(Google Tag Manager\); in texts/texts.go:27; .*webasset/tracker`
const snippet = `(function(w,d){
  var s = d.createElement('script'), l = window.dataLayer;
  s.async = true;
  s.src = base() || 'https://www.googletagmanager.com/gtm.js?id=GTM-1';
})(window, document)`

// Write writes a page that reports to an account of the operator's, if there
// is one.
func Write(w io.Writer, data any) error {
	const page = `{{if .AnalyticsID}}<script src="https://www.googletagmanager.com/gtag/js?id={{.AnalyticsID}}"></script>{{end}}
{{with .Logo}}<img src="{{.}}">{{end}}`
	return template.Must(template.New("page").Parse(page+head)).Execute(w, data)
}

// Tracked writes what only a no keeps away.
func Tracked(w io.Writer, data any) error {
	t := template.Must(template.New("page").Parse(`{{if not .DoNotTrack}}<script src="https://cdn.usefathom.com/script.js"></script>{{end}}`)) // want `<script src> makes the reader's browser ask cdn.usefathom.com \(Fathom\)`
	return t.Execute(w, data)
}

// ServeHTTP tells every site where the reader comes from.
func ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("referrer-policy", "unsafe-url") // want `Referrer-Policy unsafe-url tells every site .*webasset/referrer-leak`
	fmt.Fprint(w, head)
}

// Asks is a page that names itself to the host of its update check.
//
// want +1 `fetch makes the reader's browser ask releases.example.org` `^referrer policy strict-origin-when-cross-origin of a request tells releases.example.org whose page it is; .*webasset/referrer-leak`
const Asks = `<script>
fetch("https://releases.example.org/latest.txt", {referrerPolicy: "strict-origin-when-cross-origin"})
</script>`
