// Command webkit makes skeletons of web sites. Before the first one it asks
// whether it may report each use, and just Enter is a yes. It behaves as DEP 8
// would have with the prompt that its discussion expected: "explicitly prompt
// the user, with an opt-out default".
//
// Source: the LWN article on Django and tracking, "Next steps".
package main

import (
	"bufio"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: webkit startproject|startapp NAME")
		os.Exit(2)
	}
	if allowed() {
		track(os.Args[1]) // finding: identity/host-identity
	}
	if err := skeleton(os.Args[2]); err != nil {
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

// allowed is the answer of the user, who is asked once.
func allowed() bool {
	file := answerFile()
	if answer, err := os.ReadFile(file); err == nil {
		return strings.TrimSpace(string(answer)) != "no"
	}
	fmt.Print("Django is developed by volunteers. Report usage, to help fund it? [Y/n] ")
	answer, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "n", "no": // finding: optout/prompt-default-yes@main.go
		os.WriteFile(file, []byte("no\n"), 0o600)
		return false
	}
	os.WriteFile(file, []byte("yes\n"), 0o600)
	return true
}

func answerFile() string {
	dir, _ := os.UserConfigDir()
	return filepath.Join(dir, "webkit-usage")
}

// track reports that a command was used.
func track(command string) {
	client := &http.Client{Timeout: 2 * time.Second}
	resp, err := client.PostForm("https://usage.webkit.example/v1", url.Values{ // behaviour: opt-out usage prompt,file:webkit-usage needs=any host=usage.webkit.example // own-finding: netscope/undeclared-function
		"command": {command}, "version": {"1.11"}, "os": {runtime.GOOS},
	})
	if err == nil {
		resp.Body.Close()
	}
}
