package world

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed exec.txt
var execText string

// A client is a network client that programs start.
type client struct {
	kind    string
	verbs   [][]string // the words of each verb; none means that every call counts
	operand string
	flags   map[string]bool // whose value is a word of its own
	local   []string        // with which the command stays on the machine
	goes    string          // the host, where no operand names one
}

// A wrapper is a command that runs another one: given as text after a flag
// (a shell), or as its arguments.
type wrapper struct {
	flags map[string]bool // of a shell; nil for the others
	rest  bool            // the text is all that follows, not the next word
	skip  int             // operands of its own
}

func execKinds() kinds {
	return kinds{
		"exec": {subject: command, repeat: true, keys: map[string]key{
			"kind":    {required: true, check: oneOf("http", "dial", "lookup", "mail", "raw", "browser")},
			"verbs":   {check: anyText},
			"operand": {required: true, check: oneOf("url", "host", "remote", "any")},
			"flags":   {check: anyText},
			"local":   {check: anyText},
			"goes":    {check: anyText},
			"example": {required: true, repeat: true, check: anyText},
			"not":     {repeat: true, check: anyText},
		}},
		"shell": {subject: command, keys: map[string]key{
			"flags": {required: true, check: anyText},
			"takes": {required: true, check: oneOf("one", "rest")},
		}},
		"interpreter": {subject: command, keys: map[string]key{"flags": {check: anyText}}},
		"wrapper":     {subject: command, keys: map[string]key{"skip": {check: weight}}},
	}
}

func command(word string) error {
	if word == "" || strings.ContainsAny(word, "/\\* ") {
		return fmt.Errorf("bad command %q; write its name without folder", word)
	}
	return nil
}

func (w *World) addExec(l Line) error {
	name := strings.ToLower(l.Subject)
	switch l.Kind {
	case "shell":
		w.wrappers[name] = wrapper{flags: set(l.List("flags")), rest: l.Get("takes") == "rest"}
		return nil
	case "interpreter":
		w.interpreters[name] = set(l.List("flags"))
		return nil
	case "wrapper":
		skip, _ := strconv.Atoi(l.Get("skip")) // checked by the reader; absent is 0
		w.wrappers[name] = wrapper{skip: skip}
		return nil
	}
	c := client{kind: l.Get("kind"), operand: l.Get("operand"), flags: set(l.List("flags")), local: l.List("local"), goes: l.Get("goes")}
	for _, verb := range l.List("verbs") {
		c.verbs = append(c.verbs, strings.Fields(verb))
	}
	w.clients[name] = append(w.clients[name], c)
	return nil
}

func set(words []string) map[string]bool {
	m := map[string]bool{}
	for _, word := range words {
		m[word] = true
	}
	return m
}

// ExecClient says what starting a command does to the network. The first
// argument is the command, "*" an argument or a piece of one that is not
// known. The kind is empty for a command that is no network client; isSink
// tells whether this call uses the network, the host is "*" or empty where it
// is not known.
func (w *World) ExecClient(args []string) (kind, host string, isSink bool) {
	for depth := 0; len(args) > 0 && depth < 4; depth++ { // sudo env sh -c …
		name := commandName(args[0])
		wrap, ok := w.wrappers[name]
		if !ok {
			return w.execPlain(name, args[1:])
		}
		if wrap.flags != nil {
			return w.execShell(wrap, args[1:])
		}
		args = wrapped(args[1:], wrap.skip)
	}
	return "", "", false
}

func (w *World) execPlain(name string, args []string) (kind, host string, isSink bool) {
	for _, c := range w.clients[name] {
		kind = c.kind
		if host, ok := c.sends(args); ok {
			return kind, host, kind != "browser" && !Loopback(host)
		}
	}
	return kind, "", false
}

// execShell looks at each command of a shell's text.
func (w *World) execShell(sh wrapper, args []string) (kind, host string, isSink bool) {
	for i, arg := range args {
		if !sh.flags[arg] || i+1 == len(args) {
			continue
		}
		text := args[i+1]
		if sh.rest {
			text = strings.Join(args[i+1:], " ")
		}
		for _, cmd := range shellCommands(text) {
			k, h, sink := w.ExecClient(wrapped(cmd, 0))
			if kind == "" || sink {
				kind, host, isSink = k, h, sink
			}
			if sink {
				break
			}
		}
		return kind, host, isSink
	}
	return "", "", false
}

// wrapped drops flags, assignments and skip operands before a command.
func wrapped(args []string, skip int) []string {
	for i, arg := range args {
		name, _, assigns := strings.Cut(arg, "=")
		if strings.HasPrefix(arg, "-") || assigns && identifier(name) {
			continue
		}
		if skip == 0 {
			return args[i:]
		}
		skip--
	}
	return nil
}

func commandName(path string) string {
	name := strings.ToLower(path[strings.LastIndexAny(path, `/\`)+1:])
	return strings.TrimSuffix(name, ".exe")
}

// sends reports whether the client uses the network with these arguments, and
// to which host.
func (c client) sends(args []string) (host string, ok bool) {
	operands, local := c.operands(args)
	if local {
		return "", false
	}
	operands, ok = c.afterVerb(operands)
	if !ok {
		return "", false
	}
	for _, op := range operands {
		if host, ok := c.hostOf(op); ok {
			return host, true
		}
	}
	return c.goes, c.operand == "any"
}

// operands drops the flags and their values, and reports a local flag.
func (c client) operands(args []string) (ops []string, local bool) {
	for i := 0; i < len(args); i++ {
		arg := args[i]
		switch {
		case arg == "--":
			return append(ops, args[i+1:]...), local
		case len(arg) < 2 || arg[0] != '-' && arg[0] != '+':
			ops = append(ops, arg)
		default:
			local = local || c.isLocal(arg)
			if c.flags[arg] {
				i++
			}
		}
	}
	return ops, local
}

// isLocal also finds a local flag of one letter in a cluster such as -lk.
func (c client) isLocal(arg string) bool {
	for _, flag := range c.local {
		if arg == flag || !strings.HasPrefix(arg, "--") && len(flag) == 2 && strings.Contains(arg[1:], flag[1:]) {
			return true
		}
	}
	return false
}

func (c client) afterVerb(ops []string) ([]string, bool) {
	if c.verbs == nil {
		return ops, true
	}
	for _, verb := range c.verbs {
		if len(ops) >= len(verb) && strings.Join(ops[:len(verb)], " ") == strings.Join(verb, " ") {
			return ops[len(verb):], true
		}
	}
	return nil, false
}

// hostOf returns the host that an operand names, if it names one.
func (c client) hostOf(op string) (string, bool) {
	scheme, rest, isURL := strings.Cut(op, "://")
	switch {
	case scheme == "file" && isURL, strings.HasPrefix(op, "@"):
		return "", false
	case isURL:
		return urlSegments(rest)[0], true
	case c.operand == "url" || c.operand == "host":
		return urlSegments(op)[0], true
	}
	before, _, colon := strings.Cut(op, ":")
	switch {
	case strings.HasPrefix(op, "*"):
		return urlSegments(before)[0], c.operand == "remote"
	case colon && len(before) > 1 && !strings.Contains(before, "/"):
		return urlSegments(before)[0], true
	}
	return "", false
}
