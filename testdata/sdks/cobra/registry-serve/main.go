// Command registry-serve registers its commands, one by one, with a factory that
// makes the real ones later; of the many, serve is ordinary work that sends.
package main

import (
	"fmt"
	"net/http"
	"os"

	"github.com/spf13/cobra"
)

// A command is registered under its name.
type command struct {
	name, usage string
	run         func(args []string) error
	setUp       func(*cobra.Command) // instead of run
}

// A factory keeps what is to be done with the root command.
type factory struct {
	make    func() *cobra.Command
	options []func(*cobra.Command)
}

func (f *factory) use(option func(*cobra.Command)) { f.options = append(f.options, option) }

func (f *factory) build() *cobra.Command {
	root := f.make()
	for _, option := range f.options {
		option(root)
	}
	return root
}

var (
	commands = map[string]command{}
	tool     = &factory{make: func() *cobra.Command { return &cobra.Command{Use: "tool"} }}
)

func register(c command) {
	if _, known := commands[c.name]; known {
		panic("command already registered: " + c.name)
	}
	tool.use(func(root *cobra.Command) { root.AddCommand(made(c)) })
	commands[c.name] = c
}

func made(c command) *cobra.Command {
	cmd := &cobra.Command{Use: c.name + " " + c.usage}
	if c.setUp != nil {
		c.setUp(cmd)
	} else {
		cmd.RunE = wrap(c.run)
	}
	return cmd
}

func wrap(run func(args []string) error) func(*cobra.Command, []string) error {
	return func(_ *cobra.Command, args []string) error { return run(args) }
}

func init() {
	register(command{name: "adapt", usage: "<file>", run: work})
	register(command{name: "add", usage: "<file>", run: work})
	register(command{name: "build", usage: "<file>", run: work})
	register(command{name: "clean", usage: "<file>", run: work})
	register(command{name: "copy", usage: "<file>", run: work})
	register(command{name: "delete", usage: "<file>", run: work})
	register(command{name: "edit", usage: "<file>", run: work})
	register(command{name: "export", usage: "<file>", run: work})
	register(command{name: "fetch", usage: "<file>", run: work})
	register(command{name: "format", usage: "<file>", run: work})
	register(command{name: "import", usage: "<file>", run: work})
	register(command{name: "init", usage: "<file>", run: work})
	register(command{name: "list", usage: "<file>", run: work})
	register(command{name: "move", usage: "<file>", run: work})
	register(command{name: "open", usage: "<file>", run: work})
	register(command{
		name: "serve", usage: "[--verbose]",
		setUp: func(cmd *cobra.Command) {
			cmd.Flags().Bool("verbose", false, "say more")
			cmd.RunE = wrap(serve)
		},
	})
	register(command{name: "print", usage: "<file>", run: work})
	register(command{name: "remove", usage: "<file>", run: work})
	register(command{name: "run", usage: "<file>", run: work})
	register(command{name: "show", usage: "<file>", run: work})
	register(command{name: "sort", usage: "<file>", run: work})
}

func work(args []string) error {
	fmt.Println("working on", args)
	return nil
}

func serve([]string) error {
	resp, err := http.Get("https://releases.example/tool/releases/latest") // behaviour: unconditional update trigger=command:serve // finding: telemetry/no-consent
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func main() {
	if err := tool.build().Execute(); err != nil {
		os.Exit(1)
	}
}
