// Command scanned-from-file scans what the system says of a process, which is
// nobody's answer to anything, and sends it.
package main

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
)

func main() {
	data, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return
	}
	var state string
	var parent int
	if _, err := fmt.Fscan(bytes.NewBuffer(data[2:]), &state, &parent); err != nil || state == "Z" {
		return
	}
	http.Get(fmt.Sprintf("https://collector.example/usage?state=%s", state)) // behaviour: unconditional usage // finding: telemetry/no-consent
}
