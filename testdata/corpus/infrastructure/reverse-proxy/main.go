// Command reverse-proxy passes requests on to where its operator says.
package main

import (
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
)

func main() {
	upstream, err := url.Parse(os.Getenv("UPSTREAM_URL"))
	if err != nil || upstream.Host == "" {
		println("set UPSTREAM_URL")
		return
	}
	proxy := httputil.NewSingleHostReverseProxy(upstream)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		proxy.ServeHTTP(w, r) // behaviour: opt-in unknown env:UPSTREAM_URL host=@user
	})
	http.ListenAndServe(":8080", nil)
}
