package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// transcript is a block of the README that begins with a command of ours.
var transcript = regexp.MustCompile("(?m)^```\n\\$ optincheck (.*)\n((?s:.*?))^```$")

// TestReadmeTranscripts: what the README shows is what the command prints.
func TestReadmeTranscripts(t *testing.T) {
	root := filepath.Join("..", "..")
	name := filepath.Join(root, "README.md")
	old, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	tool, shown := build(t), 0
	text := transcript.ReplaceAllStringFunc(string(old), func(block string) string {
		shown++
		m := transcript.FindStringSubmatch(block)
		cmd := exec.Command(tool, strings.Fields(m[1])...)
		cmd.Dir = root
		out, err := cmd.Output()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			t.Fatal(err)
		}
		return "```\n$ optincheck " + m[1] + "\n" + string(out) + "```"
	})
	if shown == 0 {
		t.Error("the README shows no command with what it prints")
	}
	if *update {
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	} else if text != string(old) {
		t.Error("the README shows something else than the command prints: run go test ./cmd/optincheck -run Readme -update")
	}
}
