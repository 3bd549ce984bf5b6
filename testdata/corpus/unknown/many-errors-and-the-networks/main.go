// Command many-errors-and-the-networks reports errors of which it knows more
// texts than the evaluation keeps, but not those that it ignores. Any other may
// come from the network: that the texts were too many decides nothing.
package main

import (
	"net"
	"net/http"
	"strings"
)

type startError string

func (e startError) Error() string { return string(e) }

var parts = []error{
	startError("cannot start part 1"),
	startError("cannot start part 2"),
	startError("cannot start part 3"),
	startError("cannot start part 4"),
	startError("cannot start part 5"),
	startError("cannot start part 6"),
	startError("cannot start part 7"),
	startError("cannot start part 8"),
	startError("cannot start part 9"),
	startError("cannot start part 10"),
}

func start(n int) error {
	if n < len(parts) {
		return parts[n]
	}
	_, err := net.Listen("tcp", "127.0.0.1:0")
	return err
}

func main() {
	for n := range 20 {
		if err := start(n); err != nil && !strings.Contains(err.Error(), "address already in use") {
			reportCrash()
		}
	}
}

func reportCrash() {
	http.Get("https://collector.example/crash") // behaviour: unconditional crash // finding: telemetry/no-consent
}
