// Command sysreport shows what it would report about the computer, asks, and
// sends the report if the answer is yes. A no is kept on the computer.
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

const baseURL = "https://metrics.ubuntu.com"

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

// report asks once for each release, and sends on a yes.
func report(data []byte) error {
	cache, err := os.UserCacheDir()
	if err != nil {
		return err
	}
	done := filepath.Join(cache, "sysreport", runtime.GOOS)
	if _, err := os.Stat(done); err == nil {
		return nil
	}
	fmt.Printf("This is the data that would be sent:\n%s\n", data)
	yes, err := ask()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(done), 0o700); err != nil {
		return err
	}
	if !yes {
		return os.WriteFile(done, []byte("refused\n"), 0o600)
	}
	if err := send(data); err != nil {
		fmt.Fprintln(os.Stderr, "not reported:", err)
		return nil
	}
	return os.WriteFile(done, data, 0o600)
}

// ask returns the answer; none at all is an error, after which nothing is sent.
func ask() (bool, error) {
	in := bufio.NewReader(os.Stdin)
	for {
		fmt.Print("Do you agree to report this? [y (send the data)/n (do not ask again)/Q (quit)] ")
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
	resp, err := client.Post(baseURL+"/"+runtime.GOOS+"/report", "application/json", bytes.NewReader(data)) // behaviour: opt-in usage prompt host=metrics.ubuntu.com
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode >= 300 {
		return fmt.Errorf("%s answers %s", baseURL, resp.Status)
	}
	return nil
}
