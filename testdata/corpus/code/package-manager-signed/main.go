// Command package-manager-signed installs the programs that its arguments name, if
// their makers signed them.
package main

import (
	"crypto/ed25519"
	"errors"
	"flag"
	"io"
	"net/http"
	"os"
	"path/filepath"
)

var key = ed25519.PublicKey(make([]byte, ed25519.PublicKeySize))

func main() {
	flag.Parse()
	for _, name := range flag.Args() {
		if err := install(name); err != nil {
			os.Stderr.WriteString(err.Error())
		}
	}
}

func install(name string) error {
	resp, err := http.Get("https://packages.collector.example/" + name) // behaviour: unconditional unknown
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	signed, err := io.ReadAll(resp.Body)
	if err != nil || len(signed) < ed25519.SignatureSize {
		return errors.New("no package: " + name)
	}
	signature, program := signed[:ed25519.SignatureSize], signed[ed25519.SignatureSize:]
	if !ed25519.Verify(key, program, signature) {
		return errors.New("not signed: " + name)
	}
	return os.WriteFile(filepath.Join("/opt/bin", filepath.Base(name)), program, 0o755)
}
