// Command pkgget downloads packages from channels. It is the program beside
// it, "violating", on top of policy/token: before a person has said yes it
// mints, keeps, reads and sends nothing but what the person asked for.
package main

import (
	_ "embed"
	"fmt"
	"io"
	"net/http"
	"os"

	"github.com/optincheck/optincheck/policy/token"
)

//go:embed pkgget.json
var description []byte

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pkgget:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	program, err := token.ParseProgram(description)
	if err != nil {
		return err
	}
	store, err := token.Open(program, token.Config{})
	if err != nil {
		return err
	}
	if len(args) == 0 {
		return fmt.Errorf("usage: pkgget fetch URL... | activate | info | consent grant|revoke|rotate PURPOSE | heartbeat --dry-run")
	}
	about := token.About{Environment: os.Getenv("PKGGET_PREFIX")}
	switch args[0] {
	case "fetch":
		return fetch(store, about, args[1:])
	case "activate":
		activate(store, about)
	case "info":
		info(store, about)
	case "consent":
		return consent(program, store, args[1:])
	case "heartbeat":
		return dryRun(store, about)
	default:
		return fmt.Errorf("unknown command %q", args[0])
	}
	return nil
}

// fetch downloads what the user names. Those requests that go to the hosts of
// the text carry the tokens, if the user agreed.
func fetch(store *token.Store, about token.About, urls []string) error {
	client := &http.Client{Transport: token.Transport(store.Grant("usage"), about, nil)}
	for _, target := range urls {
		req, err := http.NewRequest(http.MethodGet, target, nil)
		if err != nil {
			return err
		}
		req.Header.Set("User-Agent", "pkgget/1.0")
		resp, err := client.Do(req) // behaviour: unconditional primary host=@user
		if err != nil {
			return err
		}
		_, err = io.Copy(os.Stdout, resp.Body)
		resp.Body.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// activate sets an environment up, and says so if the user agreed. The process
// does not wait for that; what is not sent when it ends is not sent.
func activate(store *token.Store, about token.About) {
	token.Heartbeat(store.Grant(token.HeartbeatPurpose), token.Beat{About: about}) // behaviour: opt-in heartbeat function:github.com/optincheck/optincheck/policy/token:Grant.Valid host=repo.example
	fmt.Printf("export PKGGET_PREFIX=%s\n", about.Environment)
}

// info prints what would travel, without values, and creates nothing.
func info(store *token.Store, about token.About) {
	for _, s := range store.Status() {
		fmt.Printf("%s: granted %v, header [%v], files %v\n", s.Purpose, s.Granted, token.Preview(store.Grant(s.Purpose), about), s.Files)
	}
}

// dryRun prints the heartbeat.
func dryRun(store *token.Store, about token.About) error {
	request, pending, err := token.DryRun(store.Grant(token.HeartbeatPurpose), token.Beat{About: about})
	if err != nil {
		return err
	}
	fmt.Printf("%snot minted yet: %v\n", request, pending)
	return nil
}
