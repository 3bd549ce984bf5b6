// Command toolchain counts what it is used for in local files, and uploads the
// approved counters once a week where the user has written "on" into the mode
// file. Only then does it ask which those are. It behaves as the Go toolchain
// does since 1.23.1.
//
// Source: golang/telemetry 16c97dc, internal/upload/run.go:120-133.
package main

import (
	"fmt"
	"go/format"
	"os"

	"example.org/toolchain/compliant/telemetry"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: toolchain fmt FILE... | toolchain telemetry on|local|off")
		os.Exit(2)
	}
	var err error
	switch os.Args[1] {
	case "fmt":
		telemetry.Count("fmt")
		telemetry.Upload()
		err = formatAll(os.Args[2:])
	case "telemetry":
		err = telemetry.SetMode(os.Args[2])
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "toolchain:", err)
		os.Exit(1)
	}
}

func formatAll(files []string) error {
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if text, err = format.Source(text); err != nil {
			return err
		}
		if err := os.WriteFile(name, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
