package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/policy/token"
)

// Exit statuses.
const (
	done    = 0
	notDone = 1
	misused = 2
)

// A terminal is where the command talks to a person.
type terminal struct {
	in       *os.File
	out, err io.Writer
}

// A command is one run of optintoken.
type command struct {
	terminal
	program token.Program
	store   *token.Store
	about   token.About
	args    []string

	json, yes, dryRun bool
	file, url         string
}

// An action is what a command does.
type action struct {
	name    string
	maxArgs int
	run     func(*command) (status int)
}

func actions() []action {
	return []action{
		{"status", 0, (*command).status},
		{"show", 1, (*command).show},
		{"grant", 1, (*command).grant},
		{"revoke", 1, (*command).revoke},
		{"rotate", 1, (*command).rotate},
		{"heartbeat", 0, (*command).heartbeat},
		{"random", 0, (*command).random},
	}
}

// run does what the arguments say and returns the exit status.
func run(args []string, t terminal) int {
	c := &command{terminal: t}
	if len(args) == 0 || strings.HasPrefix(args[0], "-") {
		return c.misuse("no command given")
	}
	i := slices.IndexFunc(actions(), func(a action) bool { return a.name == args[0] })
	if i < 0 {
		return c.misuse(fmt.Sprintf("unknown command %q", args[0]))
	}
	a := actions()[i]
	if err := c.parse(a, args[1:]); errors.Is(err, flag.ErrHelp) {
		return c.misuse("")
	} else if err != nil {
		return c.misuse(err.Error())
	}
	if a.name != "random" {
		if err := c.open(); err != nil {
			fmt.Fprintf(c.err, "optintoken: %v\n", err)
			return misused
		}
	}
	return a.run(c)
}

// misuse says what is wrong with the command line and what to write.
func (c *command) misuse(what string) int {
	if what != "" {
		fmt.Fprintf(c.err, "optintoken: %s\n", what)
	}
	fmt.Fprintln(c.err, "usage: optintoken status|show|grant|revoke|rotate|heartbeat|random -program FILE [flags] [PURPOSE]")
	fmt.Fprintln(c.err, "The documentation of the command lists the flags: go doc github.com/optincheck/optincheck/cmd/optintoken")
	return misused
}

// parse reads the flags, which may also stand after the purpose.
func (c *command) parse(a action, args []string) error {
	flags := flag.NewFlagSet("optintoken", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&c.file, "program", "", "")
	flags.BoolVar(&c.json, "json", false, "")
	flags.BoolVar(&c.yes, "yes", false, "")
	flags.BoolVar(&c.dryRun, "dry-run", false, "")
	flags.StringVar(&c.url, "url", "", "")
	flags.StringVar(&c.about.Environment, "env", "", "")
	flags.StringVar(&c.about.Account, "account", "", "")
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return err
		}
		args = flags.Args()
		if len(args) > 0 {
			c.args, args = append(c.args, args[0]), args[1:]
		}
	}
	if len(c.args) > a.maxArgs {
		return fmt.Errorf("%s takes no %q", a.name, c.args[a.maxArgs])
	}
	return nil
}

// open reads the description and opens the store.
func (c *command) open() error {
	if c.file == "" {
		return errors.New("no description of a program; name it with -program FILE")
	}
	text, err := os.ReadFile(c.file)
	if err != nil {
		return err
	}
	if c.program, err = token.ParseProgram(text); err != nil {
		return fmt.Errorf("%s: %w", c.file, err)
	}
	c.store, err = token.Open(c.program, token.Config{})
	return err
}

// purposes are the one that was named, or all.
func (c *command) purposes() []string {
	if len(c.args) > 0 {
		return c.args
	}
	var names []string
	for _, p := range c.program.Purposes {
		names = append(names, p.Name)
	}
	return names
}

// purpose returns the purpose of that name.
func (c *command) purpose(name string) (token.Purpose, error) {
	for _, p := range c.program.Purposes {
		if p.Name == name {
			return p, nil
		}
	}
	return token.Purpose{}, fmt.Errorf("%s has no purpose %q; it has %s", c.program.Name, name, strings.Join(c.all(), ", "))
}

func (c *command) all() []string {
	return (&command{program: c.program}).purposes()
}
