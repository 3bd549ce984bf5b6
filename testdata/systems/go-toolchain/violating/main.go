// Command toolchain counts what it is used for in local files, and uploads the
// approved counters once a week where the user has written "on" into the mode
// file. It behaves as the Go toolchain did before 1.23.1: the list of approved
// counters is downloaded, through the go command, before the mode is asked for.
//
// Source: golang/telemetry 16c97dc, internal/telemetry/dir.go:40-131,
// internal/upload/reports.go:123-139; golang/go issue 68946, which
// internal/upload/run.go:120-133 fixes ("only download the upload config if it
// will be used").
package main

import (
	"fmt"
	"go/format"
	"os"

	"example.org/toolchain/violating/telemetry"
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
