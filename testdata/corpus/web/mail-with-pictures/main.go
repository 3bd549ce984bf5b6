// Command mail-with-pictures shows the mail of its user's own directory. What a
// mail would load from elsewhere is left out until the user asks for its pictures.
package main

import (
	"html/template"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
)

var page = template.Must(template.New("mail").Parse(`<!DOCTYPE html>
<meta name="referrer" content="no-referrer">
<p>Pictures of other sites, tracking pixels such as https://www.google-analytics.com/collect among them, are not shown.
{{if not .Pictures}}<form method="get"><button name="pictures" value="1">show pictures</button></form>{{end}}
<article>{{.Text}}</article>
{{range .Pictures}}<img src="{{.}}">{{end}}`))

var picture = regexp.MustCompile(`<img[^>]* src="(https?://[^"]+)"[^>]*>`)

func main() {
	http.HandleFunc("/mail/{name}", show)
	http.ListenAndServe("localhost:8080", nil) // no behaviours
}

func show(w http.ResponseWriter, r *http.Request) {
	home, _ := os.UserHomeDir()
	mail, err := os.ReadFile(filepath.Join(home, "Mail", filepath.Base(r.PathValue("name"))))
	if err != nil {
		http.NotFound(w, r)
		return
	}
	data := struct {
		Text     string
		Pictures []string
	}{Text: picture.ReplaceAllString(string(mail), "")}
	if r.FormValue("pictures") != "" {
		for _, m := range picture.FindAllStringSubmatch(string(mail), -1) {
			data.Pictures = append(data.Pictures, m[1])
		}
	}
	w.Header().Set("Content-Security-Policy", "default-src 'none'; img-src https: http:")
	page.Execute(w, data)
}
