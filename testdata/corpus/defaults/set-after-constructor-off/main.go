// Command set-after-constructor-off sets what its constructor left open, wherever it is called.
package main

// no behaviours

import "net/http"

// Options are what the server is started with.
type Options struct {
	Path   string
	Silent bool
}

// NewOptions returns the defaults.
func NewOptions(path string) *Options { return &Options{Path: path, Silent: false} }

func main() {
	serveQuietly()
	serveQuietly(func(o *Options) { o.Path = "memory" })
}

func serveQuietly(setters ...func(*Options)) {
	o := NewOptions("data")
	o.Silent = true
	for _, set := range setters {
		set(o)
	}
	serve(o)
}

func serve(o *Options) {
	if !o.Silent {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry")
}
