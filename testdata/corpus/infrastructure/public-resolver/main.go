// Command public-resolver asks a public resolver for names, whatever the
// system is set up to ask.
package main

import (
	"context"
	"net"
)

func main() {
	resolver := &net.Resolver{
		PreferGo: true,
		Dial: func(ctx context.Context, network, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, network, "8.8.8.8:53") // behaviour: unconditional unknown host=8.8.8.8 // finding: telemetry/hard-wired-infrastructure
		},
	}
	resolver.LookupHost(context.Background(), "files.example") // behaviour: unconditional unknown
}
