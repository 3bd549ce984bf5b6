// Command 03-listens-only listens on loopback; it dials nobody.
package main

import (
	"log"
	"net"
)

// no behaviours

func main() {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	defer l.Close()
	println("telemetry is received on", l.Addr().String())
}
