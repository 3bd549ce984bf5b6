// Command sysreport shows what it would report about the computer, asks, and
// sends the report or, if the answer is no, that it is no. It behaves as
// ubuntu-report.
//
// Source: ubuntu/ubuntu-report 8697620, pkg/sysmetrics/run.go:21-22, 39-62,
// 94-131, 134-163 and 214-253; internal/sender/send.go:16-42.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

const (
	baseURL = "https://metrics.ubuntu.com"
	optOut  = `{"OptOut": true}`
)

func main() {
	data, err := collect()
	if err == nil {
		err = report(data)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "sysreport:", err)
		os.Exit(1)
	}
}

// collect describes the computer.
func collect() ([]byte, error) {
	locale := os.Getenv("LANG")
	zone, err := os.ReadFile("/etc/timezone")
	if err != nil {
		zone = nil
	}
	return json.MarshalIndent(map[string]any{
		"Arch": runtime.GOARCH, "CPUs": runtime.NumCPU(), "Language": locale, "Timezone": strings.TrimSpace(string(zone)),
	}, "", "  ")
}

// report asks, and sends once for each release.
func report(data []byte) error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	sent := filepath.Join(cache, "sysreport", runtime.GOOS)
	if _, err := os.Stat(sent); err == nil {
		return nil
	}
	fmt.Printf("This is the data that would be sent:\n%s\n", data)
	yes, err := ask()
	if err != nil {
		return err
	}
	if !yes {
		data = []byte(optOut)
	}
	if err := send(data); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(sent), 0o700); err != nil {
		return err
	}
	return os.WriteFile(sent, data, 0o600)
}

// ask returns the answer; none at all is an error, after which nothing is sent.
func ask() (bool, error) {
	in := bufio.NewReader(os.Stdin)
	for {
		fmt.Print("Do you agree to report this? [y (send the data)/n (send opt out message)/Q (quit)] ")
		answer, err := in.ReadString('\n')
		if err != nil {
			return false, err
		}
		switch strings.ToLower(strings.TrimSpace(answer)) {
		case "y", "yes":
			return true, nil
		case "n", "no":
			return false, nil
		case "", "q", "quit":
			return false, fmt.Errorf("not reported")
		}
	}
}

// send posts the system report.
func send(data []byte) error {
	client := &http.Client{Timeout: 30 * time.Second}
	resp, err := client.Post(baseURL+"/"+runtime.GOOS+"/report", "application/json", bytes.NewReader(data)) // behaviour: opt-in usage prompt host=metrics.ubuntu.com // finding: telemetry/refusal-sent // own-finding: netscope/undeclared-function
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("%s answers %s", baseURL, resp.Status)
	}
	return nil
}
