// Command signed-module fetches a script and has the shell run it, if its makers
// signed it, and its policy says that this is what it is for.
package main

import (
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
)

var key = ed25519.PublicKey(make([]byte, ed25519.PublicKeySize))

func main() {
	if err := fetchAndRun("https://files.example/setup.sh"); err != nil { // behaviour: unconditional primary
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
	signature, err := base64.StdEncoding.DecodeString(resp.Header.Get("Signature"))
	if err != nil {
		return err
	}
	if !ed25519.Verify(key, script, signature) {
		return errors.New("not signed by its makers")
	}
	return exec.Command("sh", "-c", string(script)).Run()
}
