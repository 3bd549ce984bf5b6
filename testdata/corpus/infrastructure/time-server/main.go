// Command time-server asks a time server of its own choice for the time.
package main

import "net"

func main() {
	conn, err := net.Dial("udp", "time.google.com:123") // behaviour: unconditional unknown host=time.google.com // finding: telemetry/hard-wired-infrastructure
	if err != nil {
		return
	}
	defer conn.Close()
	conn.Write(make([]byte, 48))
}
