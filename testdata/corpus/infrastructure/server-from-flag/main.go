// Command server-from-flag asks the time server that the user names.
package main

import (
	"flag"
	"net"
)

func main() {
	server := flag.String("ntp-server", "", "the time server to ask")
	flag.Parse()
	if *server == "" {
		return
	}
	conn, err := net.Dial("udp", net.JoinHostPort(*server, "123")) // behaviour: opt-in unknown flag:ntp-server
	if err == nil {
		conn.Write(make([]byte, 48))
	}
}
