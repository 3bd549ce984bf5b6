// Command upgrade-signed-by-command upgrades itself when the user says so, if its
// makers signed it.
package main

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
)

var key = ed25519.PublicKey(make([]byte, ed25519.PublicKeySize))

func main() {
	if len(os.Args) < 2 || os.Args[1] != "upgrade" {
		return
	}
	if err := upgrade("https://dl.collector.example/latest/example"); err != nil { // behaviour: opt-in unknown command:upgrade
		os.Stderr.WriteString(err.Error())
	}
}

func upgrade(url string) error {
	resp, err := http.Get(url)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var signed bytes.Buffer
	if _, err := signed.ReadFrom(resp.Body); err != nil {
		return err
	}
	if signed.Len() < ed25519.SignatureSize {
		return io.ErrUnexpectedEOF
	}
	signature, program := signed.Bytes()[:ed25519.SignatureSize], signed.Bytes()[ed25519.SignatureSize:]
	if !ed25519.Verify(key, program, signature) {
		return errors.New("not signed by its makers")
	}
	return replace(program)
}

func replace(program []byte) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	fresh, err := os.CreateTemp(filepath.Dir(self), "example")
	if err != nil {
		return err
	}
	defer fresh.Close()
	if _, err := fresh.Write(program); err != nil {
		return err
	}
	if err := os.Chmod(fresh.Name(), 0o755); err != nil {
		return err
	}
	return os.Rename(fresh.Name(), self)
}
