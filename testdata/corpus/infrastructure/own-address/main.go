// Command own-address learns which of its addresses leads outside: opening a
// datagram socket sends nothing.
package main

import "net"

// no behaviours

func main() {
	conn, err := net.Dial("udp", "8.8.8.8:80")
	if err != nil {
		return
	}
	defer conn.Close()
	if local, ok := conn.LocalAddr().(*net.UDPAddr); ok {
		println(local.IP.String())
	}
}
