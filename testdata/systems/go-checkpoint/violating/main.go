// Command stacks shows what is deployed, and on the way asks its maker whether
// there is a newer version, with a random number kept for that. It behaves as a
// program does that calls hashicorp/go-checkpoint as released: a variable that
// says no, which CheckParams.Force bypasses.
//
// Source: hashicorp/go-checkpoint v0.5.0, check.go:26-103 and 170-215.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"example.org/stacks/violating/checkpoint"
)

const version = "1.9.0"

func main() {
	dir := flag.String("state", ".stacks", "directory of the state")
	flag.Parse()
	news := make(chan string, 1)
	go func() { news <- latest() }()
	stacks, err := filepath.Glob(filepath.Join(*dir, "*.state"))
	if err != nil {
		fmt.Fprintln(os.Stderr, "stacks:", err)
		os.Exit(1)
	}
	for _, s := range stacks {
		fmt.Println(filepath.Base(s))
	}
	select {
	case text := <-news:
		fmt.Print(text)
	case <-time.After(time.Second):
	}
}

// latest says whether there is a newer version.
func latest() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	resp, err := checkpoint.Check(&checkpoint.CheckParams{
		Product: "stacks", Version: version, SignatureFile: filepath.Join(home, ".stacks.d", "checkpoint_signature"),
	})
	if err != nil || !resp.Outdated {
		return ""
	}
	return "There is a newer version: " + resp.CurrentVersion + "\n"
}
