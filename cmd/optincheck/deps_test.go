package main

import (
	"os/exec"
	"strings"
	"testing"
)

// What asks others about their requests makes none: no network client of the
// standard library is linked. (The go command that it runs fetches what the
// user has it fetch.)
func TestNoNetworkClientIsLinked(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	deps := strings.Fields(string(out))
	if len(deps) < 50 {
		t.Fatalf("go list -deps names only %d packages", len(deps))
	}
	for _, dep := range deps {
		switch dep {
		case "net/http", "net/rpc", "net/smtp", "crypto/tls", "log/syslog":
			t.Errorf("%s is linked; `go list -deps ./cmd/optincheck` lists it", dep)
		}
	}
}
