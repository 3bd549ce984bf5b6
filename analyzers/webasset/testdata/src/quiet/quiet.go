// Package quiet has what tempts: nothing of it asks anybody by itself.
package quiet

import (
	"embed"
	"fmt"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os/exec"
	"strings"
)

//go:embed web README.md
var content embed.FS

// Proxy hands on what another server answers.
func Proxy(target *url.URL) http.Handler { return httputil.NewSingleHostReverseProxy(target) }

// Browse opens a page in the user's own browser.
func Browse() error { return exec.Command("xdg-open", "https://www.example.org/docs").Start() }

// Message shows pictures from elsewhere when the reader asks for them.
func Message(body string, pictures bool) string {
	if !pictures {
		body = strings.ReplaceAll(body, "<img src=", "<img data-src=")
	}
	return `<meta name="referrer" content="no-referrer"><article>` + body + `</article>`
}

// Avatar shows what a setting names.
func Avatar(host, user string) string {
	return fmt.Sprintf(`<img src="https://%s/%s.png">`, host, user)
}

// Metrics is for a collector on this machine.
const Metrics = `<script>fetch("http://localhost:9090/metrics"); navigator.sendBeacon("/beacon")</script>`

// Policy is what browsers do anyway.
func Policy(w http.ResponseWriter) {
	w.Header().Set("Referrer-Policy", "strict-origin-when-cross-origin")
	w.Header().Set("Link", "<https://cdn.example.org/a.css>; rel=canonical")
}

// Tagged has an address in a tag.
type Tagged struct {
	Page string `json:"page" example:"<img src=https://cdn.example.org/a.png>"`
}
