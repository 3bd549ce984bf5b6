// Command tls-dialer dials over TLS.
package main

import (
	"context"
	"crypto/tls"
	"net"
	"time"
)

func main() { sendTelemetry(context.Background()) }

func sendTelemetry(ctx context.Context) {
	d := tls.Dialer{NetDialer: &net.Dialer{Timeout: time.Second}}
	c, err := d.DialContext(ctx, "tcp", "collector.example:443") // behaviour: unconditional usage host=collector.example // finding: telemetry/no-consent
	if err == nil {
		c.Close()
	}
}
