// Command kept-in-a-file asks, and keeps a no in a file on the user's machine.
package main

import (
	"bufio"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	print("Send usage data? [y/N] ")
	answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	if strings.TrimSpace(answer) != "y" {
		dir, _ := os.UserConfigDir()
		os.WriteFile(filepath.Join(dir, "tool", "asked"), []byte("no\n"), 0o600)
		return
	}
	sendTelemetry()
}

func sendTelemetry() {
	http.Get("https://collector.example/telemetry") // behaviour: opt-in usage prompt
}
