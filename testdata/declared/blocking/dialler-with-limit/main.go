// Command dialler-with-limit gives its connection three seconds.
package main

import (
	"flag"
	"net"
	"time"
)

func main() {
	on := flag.Bool("telemetry", false, "send usage data")
	flag.Parse()
	if !*on {
		return
	}
	dialler := net.Dialer{Timeout: 3 * time.Second}
	conn, err := dialler.Dial("tcp", "collector.example:4000") // behaviour: opt-in usage flag:telemetry
	if err != nil {
		return
	}
	defer conn.Close()
	conn.Write([]byte("started"))
}
