// Command forwarder passes questions for names on to the servers that its settings
// name. An example of them names public ones; it is printed when somebody asks.
package main

import (
	_ "embed"
	"net"
	"os"
	"path/filepath"
	"strings"
)

//go:embed example.conf
var example string

// known are printed beside their addresses, too.
var known = map[string]string{"8.8.8.8:53": "Google", "1.1.1.1:53": "Cloudflare"}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "example" {
		os.Stdout.WriteString(example)
		return
	}
	home, _ := os.UserHomeDir()
	settings, err := os.ReadFile(filepath.Join(home, ".forwarder.conf"))
	if err != nil {
		os.Exit(1)
	}
	for line := range strings.Lines(string(settings)) { // behaviour: opt-in unknown file:.forwarder.conf
		if server, ok := strings.CutPrefix(strings.TrimSpace(line), "forward "); ok {
			println(server, known[server])
			forward(server)
		}
	}
}

func forward(server string) {
	conn, err := net.Dial("udp", server)
	if err != nil {
		return
	}
	defer conn.Close()
	conn.Write([]byte("a question"))
}
