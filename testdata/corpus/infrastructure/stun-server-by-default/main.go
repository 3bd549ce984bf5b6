// Command stun-server-by-default asks a company's STUN server for its own
// address, unless a flag says that it need not.
package main

import (
	"flag"
	"net"
)

func main() {
	nat := flag.Bool("nat", true, "find out the address that others see")
	flag.Parse()
	if *nat {
		conn, err := net.Dial("udp", "stun.l.google.com:19302") // behaviour: opt-out unknown flag:nat // finding: telemetry/hard-wired-infrastructure
		if err == nil {
			conn.Write([]byte("\x00\x01\x00\x00\x21\x12\xa4\x42"))
		}
	}
}
