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

// Notice tells once that reports are sent. In the run that tells, none are.
func Notice() {
	if shown() || os.Getenv("HOMEBREW_NO_ANALYTICS") != "" {
		return
	}
	fmt.Fprintln(os.Stderr, "brewer gathers anonymous analytics. Read https://docs.brew.example/Analytics,")
	fmt.Fprintln(os.Stderr, "and opt out with: brewer analytics off")
	os.Setenv("HOMEBREW_NO_ANALYTICS_THIS_RUN", "1")
	if info, err := os.Stderr.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
		set("notice-shown")
	}
}

// Report reports that a formula was used, in the background.
func Report(measurement, formula string) {
	if disabled() {
		return
	}
	line := fmt.Sprintf("%s,package=%s,os=%s,arch=%s,ci=%t count=1i", measurement, formula, runtime.GOOS, runtime.GOARCH, os.Getenv("CI") != "")
	curl := exec.Command("curl", "--fail", "--silent", "--output", os.DevNull, "--max-time", "3",
		"--header", "Authorization: Token "+key, "--header", "Content-Type: text/plain; charset=utf-8",
		"--data-binary", line, bucket)
	curl.Start() // behaviour: opt-out usage env:HOMEBREW_NO_ANALYTICS,env:HOMEBREW_NO_ANALYTICS_THIS_RUN,file:disabled needs=any host=eu-central-1-1.aws.cloud2.influxdata.com // audit-finding: optout/self-granted // vet-finding: optout/self-granted@../main.go // own-audit-finding: netscope/undeclared-function // own-vet-finding: netscope/undeclared-function@../main.go
}

// disabled reports whether somebody said no, or nobody has been told yet.
func disabled() bool {
	if os.Getenv("HOMEBREW_NO_ANALYTICS") != "" || os.Getenv("HOMEBREW_NO_ANALYTICS_THIS_RUN") != "" {
		return true
	}
	if _, err := os.Stat(file("disabled")); err == nil {
		return true
	}
	return !shown()
}

func shown() bool {
	_, err := os.Stat(file("notice-shown"))
	return err == nil
}

// Command is "brewer analytics".
func Command(args []string) error {
	switch strings.Join(args, " ") {
	case "off":
		return set("disabled")
	case "on":
		return os.Remove(file("disabled"))
	case "state":
		fmt.Println("analytics disabled:", disabled())
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
