// Command webkit makes skeletons of web sites. It counts its runs, says after
// the fifth that it will report them, and from then on does so unless the user
// has turned it off: what DEP 8, on by default, makes of the proposal to come
// forward only after a few runs. The proposal itself was to ask then, which is
// what the program beside this one does.
//
// Source: the LWN article on Django and tracking, "Next steps" (J. Leidel);
// django/deps 4fde38d, draft/0008-gathering-usage-metrics.rst:113-190.
package main

import (
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
		fmt.Fprintln(os.Stderr, "usage: webkit startproject|startapp NAME | webkit usage off")
		os.Exit(2)
	}
	command, arg := os.Args[1], os.Args[2] // finding: identity/host-identity
	if command == "usage" && arg == "off" {
		write("usage-off", "")
		return
	}
	if due() {
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

// due counts a run, and reports whether there have been enough of them.
func due() bool {
	runs, _ := strconv.Atoi(strings.TrimSpace(read("runs")))
	write("runs", strconv.Itoa(runs+1))
	if runs == few {
		fmt.Fprintln(os.Stderr, "You have used webkit a few times now. From here on it reports that; to stop it: webkit usage off")
	}
	if runs < few {
		return false
	}
	_, err := os.Stat(file("usage-off"))
	return err != nil
}

// track reports that a command was used.
func track(command string) {
	client := &http.Client{Timeout: 2 * time.Second}
	resp, err := client.PostForm("https://usage.webkit.example/v1", url.Values{ // behaviour: opt-out usage file:usage-off needs=any host=usage.webkit.example // finding: optout/self-granted // own-finding: netscope/undeclared-function
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
