// Package analytics reports which formulae are used.
package analytics

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

const (
	bucket = "https://eu-central-1-1.aws.cloud2.influxdata.com/api/v2/write?bucket=analytics&precision=s"
	key    = "iVdsgJ_OjvTYGAA79gOfWlA_fX0QCuj4eYUNdb-qVUTrC3tp3JTWCADVNE9HxV0kp2ZjIK9tuthy_teX4szr9A=="
)

// Notice tells once that reports can be sent.
func Notice() {
	if _, err := os.Stat(file("notice-shown")); err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "brewer can count which formulae are used; help with: brewer analytics on")
	set("notice-shown")
}

// Report reports that a formula was used, in the background.
func Report(measurement, formula string) {
	if !allowed() {
		return
	}
	line := fmt.Sprintf("%s,package=%s,os=%s,arch=%s,ci=%t count=1i", measurement, formula, runtime.GOOS, runtime.GOARCH, os.Getenv("CI") != "")
	curl := exec.Command("curl", "--fail", "--silent", "--output", os.DevNull, "--max-time", "3",
		"--header", "Authorization: Token "+key, "--header", "Content-Type: text/plain; charset=utf-8",
		"--data-binary", line, bucket)
	curl.Start() // behaviour: opt-in usage file:analytics-on host=eu-central-1-1.aws.cloud2.influxdata.com
}

// allowed reports whether the user said yes, and took nothing back.
func allowed() bool {
	if os.Getenv("HOMEBREW_NO_ANALYTICS") != "" {
		return false
	}
	_, err := os.Stat(file("analytics-on"))
	return err == nil
}

// Command is "brewer analytics".
func Command(args []string) error {
	switch strings.Join(args, " ") {
	case "off":
		return os.Remove(file("analytics-on"))
	case "on":
		return set("analytics-on")
	case "state":
		fmt.Println("analytics:", allowed())
		return nil
	}
	return errors.New("usage: brewer analytics on|off|state")
}

func set(name string) error {
	if err := os.MkdirAll(filepath.Dir(file(name)), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file(name), nil, 0o644)
}

// file is where a setting is kept.
func file(name string) string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "brewer", name)
}
