// Command declared-time-server exists to ask a time server, and its policy
// names which.
package main

import "net"

func main() {
	conn, err := net.Dial("udp", "time.google.com:123") // behaviour: unconditional primary
	if err == nil {
		conn.Write(make([]byte, 48))
	}
}
