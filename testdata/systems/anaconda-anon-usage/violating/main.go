// Command pkgget downloads packages from channels. It is a program of ours that
// behaves as anaconda-anon-usage 0.8 makes conda behave, for the analyzers to be
// tried on. A comment "row N" names a behaviour of the table in the
// documentation of policy/token, and its verdict: C compliant, V violation, N no
// question of consent, D a defect.
//
// Rows 16, 24, 42 and 44 are about a mode for tests, a second implementation,
// packaging and patched code; they are not here. The hardware address of rows 18
// and 19 is read and kept, and never sent: no rule is about that.
//
// Source: anaconda/anaconda-anon-usage 19b39eb (0.8), anaconda_anon_usage/utils.py,
// tokens.py, attribution.py, patch.py and heartbeat.py, by the rows of that table.
package main

import (
	"fmt"
	"io"
	"net/http"
	"os"

	"example.org/pkgget/violating/usage"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: pkgget fetch URL... | activate | info | tokens [--random] | heartbeat --dry-run")
		os.Exit(2)
	}
	config := usage.Load()
	switch os.Args[1] {
	case "fetch":
		fetch(config, os.Args[2:])
	case "activate":
		activate(config)
	case "info":
		fmt.Println("user-agent :", usage.Redact(usage.UserAgent(config))) // row 45 C
	case "tokens":
		tokens(config, os.Args[2:])
	case "heartbeat":
		usage.DryRun(config, os.Stdout) // row 54 C
	}
}

// fetch downloads what the user names.
func fetch(config usage.Config, urls []string) {
	agent := usage.UserAgent(config) // row 43 V: for every command
	for _, target := range urls {
		req, err := http.NewRequest(http.MethodGet, target, nil)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		req.Header.Set("User-Agent", agent)     // row 34 V: telemetry rides on the user's request; row 35 V: to every host
		resp, err := http.DefaultClient.Do(req) // behaviour: unconditional primary host=@user // own-vet-finding: identity/hidden-carrier
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		io.Copy(os.Stdout, resp.Body)
		resp.Body.Close()
	}
}

// activate sets an environment up. The heartbeat is sent on the way.
func activate(config usage.Config) {
	wait := usage.Heartbeat(config) // row 55 V: asks its own switch only; row 49 C: activation goes on // vet-finding: identity/late-consent
	fmt.Println("export PKGGET_PREFIX=" + config.Prefix)
	wait() // row 52 N: the process waits for it
}

// tokens prints the tokens, making those that it prints.
func tokens(config usage.Config, args []string) {
	if len(args) > 0 && args[0] == "--random" {
		fmt.Println(usage.Random())
		return
	}
	fmt.Println(usage.String(config)) // row 46: the bare command creates what it shows
}
