// Command unsigned-module fetches a script and has the shell run it, as its policy
// says; nobody has signed it.
package main

import (
	"io"
	"net/http"
	"os"
	"os/exec"
)

func main() {
	if err := fetchAndRun("https://files.example/setup.sh"); err != nil { // behaviour: unconditional primary // finding: codefetch/unverified
		os.Stderr.WriteString(err.Error())
	}
}

func fetchAndRun(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	script, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return exec.Command("sh", "-c", string(script)).Run()
}
