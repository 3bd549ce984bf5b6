// Command webkit makes skeletons of web sites. It counts its runs on this
// machine, and after the fifth it asks, once, whether it may report them; just
// Enter is a no.
package main

import (
	"bufio"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

const few = 5

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: webkit startproject|startapp NAME")
		os.Exit(2)
	}
	command, arg := os.Args[1], os.Args[2]
	if allowed() {
		track(command)
	}
	if err := skeleton(arg); err != nil {
		fmt.Fprintln(os.Stderr, "webkit:", err)
		os.Exit(1)
	}
}

// skeleton makes the first files of a site.
func skeleton(name string) error {
	if err := os.Mkdir(name, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(name, "index.html"), []byte("<title>"+name+"</title>\n"), 0o644)
}

// allowed counts a run, asks when there have been enough of them, and reports
// whether the user said yes.
func allowed() bool {
	runs, _ := strconv.Atoi(strings.TrimSpace(read("runs")))
	write("runs", strconv.Itoa(runs+1))
	if runs == few {
		fmt.Print("You have used webkit a few times now. May it report each use? [y/N] ")
		answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
		write("answer", answer)
	}
	return strings.TrimSpace(read("answer")) == "y"
}

// track reports that a command was used.
func track(command string) {
	client := &http.Client{Timeout: 2 * time.Second}
	resp, err := client.PostForm("https://usage.webkit.example/v1", url.Values{ // behaviour: opt-in usage file:answer host=usage.webkit.example
		"command": {command}, "version": {"1.11"}, "os": {runtime.GOOS},
	})
	if err == nil {
		resp.Body.Close()
	}
}

func file(name string) string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "webkit", name)
}

func read(name string) string {
	text, _ := os.ReadFile(file(name))
	return string(text)
}

func write(name, text string) {
	os.MkdirAll(filepath.Dir(file(name)), 0o700)
	os.WriteFile(file(name), []byte(text), 0o600)
}
