// Command connection-without-limit dials its collector and waits until it
// answers or the system gives up.
package main

import (
	"flag"
	"net"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if !*on {
		return
	}
	conn, err := net.Dial("tcp", "collector.example:4000") // behaviour: opt-in usage flag:telemetry // finding: telemetry/blocking
	if err != nil {
		return
	}
	defer conn.Close()
	conn.Write([]byte("started"))
}
