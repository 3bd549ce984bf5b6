package world

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed code.txt
var codeText string

// A Code entry says what a function has to do with bytes that become a
// program: its Effect is the kind of entry that doc.go specifies.
type Code = Model

func codeKinds() kinds {
	need, may := key{required: true, check: operand}, key{check: operand}
	how := key{required: true, check: oneOf("executes", "loads", "interprets", "replaces")}
	return kinds{
		"run":   effect(map[string]key{"how": how, "path": may, "content": may, "args": may, "checked": {check: oneOf("true")}}),
		"store": effect(map[string]key{"path": may, "content": may, "mode": may}),
		"mode":  effect(map[string]key{"of": need, "mode": need}),
		"move":  effect(map[string]key{"from": need, "path": need}),
		"own":   effect(nil),
		"name":  effect(map[string]key{"of": need}),
		"copy":  effect(map[string]key{"from": need, "to": need}),
		"wrap":  effect(map[string]key{"of": need}),
		"check": effect(nil),
	}
}

func (w *World) addCode(l Line) error {
	subjects, err := expand(l.Subject)
	if err != nil {
		return err
	}
	for _, s := range subjects {
		if first, dup := w.code[s]; dup {
			return fmt.Errorf("%s is listed already, in line %d; remove one of the two", s, first.line.Pos.Line)
		}
		w.code[s] = Code{Symbol: s, Effect: l.Kind, line: l}
	}
	return nil
}

// Code returns what a function has to do with bytes that become a program.
func (w *World) Code(symbol string) (Code, bool) {
	if c, ok := w.code[symbol]; ok {
		return c, true
	}
	c, ok := w.code[unversionedSymbol(symbol)]
	return c, ok
}

// ProcessInput is the field of a child process that holds what it reads.
const ProcessInput = "os/exec:Cmd.Stdin"

// RunsFetched reports whether a command line has a shell run what another of
// its commands fetches: curl … | sh, sh -c "$(curl …)", bash <(curl …).
func (w *World) RunsFetched(args []string) bool {
	args = w.unwrapped(args)
	if len(args) < 3 || !w.Shell(args[0]) {
		return false
	}
	fetched, runs := false, false
	for _, cmd := range shellCommands(strings.Join(args[2:], " ")) {
		cmd = w.unwrapped(cmd)
		if len(cmd) == 0 {
			continue
		}
		_, _, fetches := w.ExecClient(cmd)
		if fetches && runs || fetched && w.readsInput(cmd) {
			return true
		}
		last := cmd[len(cmd)-1]
		runs = last == "$" && (len(cmd) == 1 || cmd[0] == "eval" || w.Shell(cmd[0])) || last == "<" && w.Shell(cmd[0])
		fetched = fetched || fetches
	}
	return false
}

// readsInput reports whether a command is a shell that runs what it reads.
func (w *World) readsInput(cmd []string) bool {
	return w.Shell(cmd[0]) && (len(cmd) == 1 || strings.HasPrefix(cmd[1], "-") && !w.wrappers[commandName(cmd[0])].flags[cmd[1]])
}

// unwrapped drops what runs a command in another way, such as sudo.
func (w *World) unwrapped(cmd []string) []string {
	for len(cmd) > 0 {
		wrap, ok := w.wrappers[commandName(cmd[0])]
		if !ok || wrap.flags != nil {
			break
		}
		cmd = wrapped(cmd[1:], wrap.skip)
	}
	return cmd
}

// Shell reports whether a command runs the file or the text in its arguments.
func (w *World) Shell(command string) bool { return w.wrappers[commandName(command)].flags != nil }

// Interpreter reports whether a command runs the file that its first operand
// names, and returns the flags behind which it is given text to run.
func (w *World) Interpreter(command string) (flags map[string]bool, ok bool) {
	flags, ok = w.interpreters[commandName(command)]
	return flags, ok
}

// ShellFlag reports whether a shell runs the text behind a flag.
func (w *World) ShellFlag(command, flag string) bool {
	return w.wrappers[commandName(command)].flags[flag]
}
