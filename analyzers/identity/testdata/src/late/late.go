// Command late has identifiers before anybody said yes, and after.
package main

import (
	"crypto/rand"
	"net"
	"net/http"
	"os"
	"path/filepath"
)

func main() {
	stored()
	minted()
	read()
	inTime()
	storedInTime()
}

func allowed() bool { return os.Getenv("X_TELEMETRY") == "on" }

func file(name string) string {
	home, _ := os.UserHomeDir()
	return filepath.Join(home, ".late", name)
}

// stored keeps an id from the first run on, and sends it only if it may.
func stored() {
	id := rand.Text()
	os.WriteFile(file("installation"), []byte(id), 0o600) // want `a random identifier .* is stored before the gate: usage report .* unless env X_TELEMETRY=on says so; kept in ~/.late/installation.*late-consent`
	if allowed() {
		http.Get("https://collector.example/telemetry?i=" + id)
	}
}

func minted() {
	clientID := newID()
	if allowed() {
		http.Get("https://collector.example/telemetry?c=" + clientID)
	}
}

func newID() string { return rand.Text() } // want `is minted before the gate`

func read() {
	card, _ := net.InterfaceByIndex(1)
	address := card.HardwareAddr.String() // want `is read before the gate` `host-identity`
	if allowed() {
		http.Get("https://collector.example/telemetry?a=" + address)
	}
}

// inTime mints an id where it is sent. Another id of the same maker, which is
// not sent, is nobody's business.
func inTime() {
	println(another())
	if allowed() {
		http.Get("https://collector.example/telemetry?d=" + anotherID())
	}
}

func another() string   { return rand.Text()[:4] }
func anotherID() string { return rand.Text() }

func storedInTime() {
	if allowed() {
		id := rand.Text()
		os.WriteFile(file("other"), []byte(id), 0o600)
		http.Get("https://collector.example/telemetry?e=" + id)
	}
}
