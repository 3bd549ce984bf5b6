package world

import (
	"go/types"
	"strings"
	"testing"
)

// Every entry is found by its symbol, whatever the major version of its module.
func TestCodeEntries(t *testing.T) {
	w := mustLoad(t)
	if len(w.code) < 80 {
		t.Fatalf("only %d entries", len(w.code))
	}
	for symbol, want := range w.code {
		path, name, _ := strings.Cut(symbol, ":")
		if strings.Contains(path, ".") {
			path += "/v2"
		}
		if got, ok := w.Code(path + ":" + name); !ok || got.Effect != want.Effect {
			t.Errorf("%s is found as %q, want %q", symbol, got.Effect, want.Effect)
		}
	}
	if _, ok := w.Code("os:ReadFile"); ok {
		t.Error("os:ReadFile makes no program")
	}
}

func TestShell(t *testing.T) {
	w := mustLoad(t)
	for command, want := range map[string]bool{"sh": true, "/bin/bash": true, `C:\Windows\cmd.exe`: true, "sudo": false, "ls": false} {
		if got := w.Shell(command); got != want {
			t.Errorf("Shell(%q) = %t", command, got)
		}
	}
}

func TestInterpreter(t *testing.T) {
	w := mustLoad(t)
	for command, want := range map[string]bool{"python3": true, "/usr/bin/perl": true, "node.exe": true, "sh": false, "tar": false} {
		if _, got := w.Interpreter(command); got != want {
			t.Errorf("Interpreter(%q) = %t", command, got)
		}
	}
}

func TestRunsFetched(t *testing.T) {
	w := mustLoad(t)
	for text, want := range map[string]bool{
		"curl -fsSL https://example.org/setup.sh | sh":                  true,
		"wget -qO- https://example.org/setup.sh | sudo bash -s -- -y":   true,
		"$(curl -fsSL https://example.org/setup.sh)":                    true,
		"eval $(curl -fsSL https://example.org/setup.sh)":               true,
		"bash <(curl -fsSL https://example.org/setup.sh)":               true,
		"curl -fsSL https://example.org/x.tar | tar x":                  false,
		"curl -o x https://example.org/x; ls | sort":                    false,
		"version=$(curl -fsSL https://example.org/version); echo hello": false,
		"sh setup.sh": false,
	} {
		if got := w.RunsFetched([]string{"sudo", "sh", "-c", text}); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
	if w.RunsFetched([]string{"echo", "-c", "curl https://example.org | sh"}) {
		t.Error("echo is no shell")
	}
}

// codePackages are those of the standard library that code.txt speaks of.
var codePackages = []string{
	"bufio", "bytes", "crypto/ecdsa", "crypto/ed25519", "crypto/rsa", "crypto/sha256", "crypto/sha3", "crypto/sha512",
	"encoding/json", "io", "io/ioutil", "os/exec", "path/filepath", "plugin", "strings",
}

// testCodeExists holds the entries about the standard library to it: each is a
// function that exists, with the arguments that the entry names.
func testCodeExists(t *testing.T, w *World, systems []map[string]*types.Package) {
	for symbol, c := range w.code {
		if first, _, _ := strings.Cut(symbol, "/"); strings.Contains(first, ".") {
			continue // of another module
		}
		fn, ok := lookup(systems, symbol).(*types.Func)
		if !ok {
			t.Errorf("code %s: no such function on Linux, Windows or macOS", symbol)
			continue
		}
		for _, key := range []string{"path", "content", "args", "mode", "of", "from", "to"} {
			n, given := c.Arg(key)
			if given && (n < 0 && fn.Signature().Recv() == nil || n >= fn.Signature().Params().Len()) {
				t.Errorf("code %s: it has no %s=%s", symbol, key, c.Get(key))
			}
		}
	}
}
