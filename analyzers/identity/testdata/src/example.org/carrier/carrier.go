// Command carrier downloads what the user names, and says more than it has to.
package main

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
)

func main() {
	for _, target := range os.Args[1:] {
		machine(target)
		installation(target)
		once(target)
		plain(target)
	}
}

func get(target, header, value string) {
	req, err := http.NewRequest("GET", target, nil)
	if err == nil {
		req.Header.Set(header, value)
		http.DefaultClient.Do(req)
	}
}

func machine(target string) {
	text, _ := os.ReadFile("/etc/machine-id") // want `the id of the machine .file /etc/machine-id. in the header User-Agent, and what the program is for does not need it; through .*; hashing hides nothing: 2.128 machine ids .*hidden-carrier`
	sum := sha256.Sum256(text)
	get(target, "User-Agent", "carrier/1.0 "+hex.EncodeToString(sum[:]))
}

func installation(target string) {
	home, _ := os.UserHomeDir()
	file := filepath.Join(home, ".carrier")
	id, err := os.ReadFile(file)
	if err != nil {
		id = []byte(rand.Text()) // want `a random identifier .* in the header X-Carrier.* kept in ~/.carrier.*hidden-carrier`
		os.WriteFile(file, id, 0o600)
	}
	get(target, "X-Carrier", string(id))
}

// once sends a number that is another one for each request.
func once(target string) { get(target, "X-Request-Id", rand.Text()) }

// plain says what every copy of the program says.
func plain(target string) { get(target, "User-Agent", "carrier/1.0 "+runtime.GOOS) }
