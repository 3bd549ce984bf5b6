// Package wire writes to connections that its callers made.
package wire

import "net"

// Write writes b to c.
func Write(c net.Conn, b []byte) { c.Write(b) }
