// Command set-after-constructor-on sets what its constructor left open in one of two places.
package main

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
	serveAsIs()
}

func serveQuietly(setters ...func(*Options)) {
	o := NewOptions("data")
	o.Silent = true
	for _, set := range setters {
		set(o)
	}
	serve(o)
}

func serveAsIs() {
	serve(NewOptions("data"))
}

func serve(o *Options) {
	if !o.Silent {
		sendTelemetry()
	}
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: unconditional usage // finding: telemetry/no-consent
}
