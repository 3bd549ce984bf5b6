// Command connection-of-pipe hands one end of a pipe to a library that writes
// to connections.
package main

import (
	"io"
	"net"
	"os"

	"example.org/corpus/injected/connection-of-pipe/wire"
)

// no behaviours

func main() {
	a, b := net.Pipe()
	go func() { _, _ = io.Copy(os.Stdout, b) }()
	wire.Write(a, []byte("telemetry start\n"))
}
