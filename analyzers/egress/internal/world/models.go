package world

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
)

//go:embed models.txt
var modelsText string

// A Model says what a function without an analysed body does, as far as the
// evaluation is concerned. Its effect is one of those that doc.go specifies.
type Model struct {
	Symbol string
	Effect string
	line   Line
}

// Arg returns the argument that a key names: its number, -1 for the receiver,
// and ok false where the model does not have the key.
func (m Model) Arg(key string) (n int, ok bool) {
	s := m.line.Get(key)
	switch {
	case s == "":
		return 0, false
	case s == "recv":
		return -1, true
	}
	n, err := parseArg(s)
	return n, err == nil
}

// Get returns the text of a key, or "".
func (m Model) Get(key string) string { return m.line.Get(key) }

// List returns the words that a key lists.
func (m Model) List(key string) []string { return m.line.List(key) }

// Args returns the arguments that a key lists.
func (m Model) Args(key string) []int {
	var out []int
	for _, s := range m.line.List(key) {
		if s == "recv" {
			out = append(out, -1)
			continue
		}
		if n, err := parseArg(s); err == nil {
			out = append(out, n)
		}
	}
	return out
}

func operand(word string) error {
	if word == "recv" {
		return nil
	}
	_, err := parseArg(word)
	return err
}

func operands(word string) error {
	for _, s := range (Line{Args: map[string][]string{"k": {word}}}).List("k") {
		if err := operand(s); err != nil {
			return err
		}
	}
	return nil
}

func modelKinds() kinds {
	need, may := key{required: true, check: operand}, key{check: operand}
	list := key{required: true, check: operands}
	yes := key{check: oneOf("true")}
	trigger := key{check: oneOf("start", "timer", "request", "command", "init")}
	return kinds{
		"env":       effect(map[string]key{"key": need, "default": may, "ok": yes}),
		"calls":     effect(map[string]key{"func": list, "trigger": trigger, "returns": may, "apart": yes}),
		"same":      effect(map[string]key{"as": need}),
		"fails":     effect(nil),
		"exits":     effect(nil),
		"pure":      effect(nil),
		"some":      effect(nil),
		"url":       effect(map[string]key{"of": need, "error": yes}),
		"text":      effect(map[string]key{"of": need}),
		"get":       effect(map[string]key{"of": need}),
		"put":       effect(map[string]key{"of": need, "value": need}),
		"swap":      effect(map[string]key{"of": need, "value": need}),
		"process":   effect(map[string]key{"name": need, "args": need}),
		"start":     effect(map[string]key{"process": need, "output": yes, "prints": {check: symbol}}),
		"decode":    effect(map[string]key{"dest": need, "source": {required: true, check: oneOf("file", "network", "env", "unknown")}}),
		"print":     effect(nil),
		"mkdir":     effect(map[string]key{"name": need}),
		"file":      effect(map[string]key{"name": need, "yields": {required: true, check: oneOf("content", "handle", "info")}}),
		"write":     effect(map[string]key{"name": need, "data": may}),
		"ask":       effect(map[string]key{"dest": need, "of": may}),
		"read":      effect(map[string]key{"of": need}),
		"consent":   effect(map[string]key{"gate": {required: true, check: symbol}}),
		"home":      effect(map[string]key{"at": {required: true, check: anyText}}),
		"join":      effect(nil),
		"remember":  effect(map[string]key{"key": need, "value": need, "as": need}),
		"recall":    effect(map[string]key{"key": need}),
		"delay":     effect(nil),
		"say":       effect(nil),
		"encode":    effect(map[string]key{"value": need}),
		"arguments": effect(nil),
		"reflect":   effect(map[string]key{"does": {required: true, check: oneOf("method", "call")}, "name": may}),
		"notice":    {subject: anyText, keys: nil},
		"login":     {subject: anyText, keys: nil},
		"variable":  effect(map[string]key{"is": {required: true, check: oneOf("input", "network", "arguments")}}),
		"source":    effect(map[string]key{"is": {required: true, check: oneOf("pipe", "self", "environment")}}),
		"opaque":    {subject: importPath, keys: nil},
		"called":    {subject: func(s string) error { return nil }, keys: map[string]key{"active": yes}},
		"passive":   {subject: importPath, keys: nil},
		"session":   {subject: anyText, keys: map[string]key{"at": {check: anyText}}},
	}
}

func (w *World) addModel(l Line) error {
	switch l.Kind {
	case "called":
		w.called[l.Subject] = l.Get("active") == ""
		return nil
	case "passive":
		w.passive[l.Subject] = true
		return nil
	case "session":
		w.sessions[l.Subject] = l.Get("at")
		return nil
	case "notice":
		w.notices[strings.ToLower(l.Subject)] = true
		return nil
	case "login":
		w.logins[l.Subject] = true
		return nil
	case "opaque":
		w.opaque[l.Subject] = true
		return nil
	case "default-tag":
		w.defaultTags = append(w.defaultTags, l.Subject)
		return nil
	}
	subjects, err := expand(l.Subject)
	if err != nil {
		return err
	}
	for _, s := range subjects {
		if first, dup := w.models[s]; dup && first.line.Pos.File == l.Pos.File {
			return fmt.Errorf("%s has a model already, in line %d; remove one of the two", s, first.line.Pos.Line)
		}
		w.models[s] = Model{Symbol: s, Effect: l.Kind, line: l}
	}
	if l.Kind == "fill" || l.Kind == "execute" {
		w.reflects(append(l.List("hooks"), l.List("run")...))
	}
	return nil
}

// Model returns what is known of a function.
func (w *World) Model(symbol string) (Model, bool) {
	if m, ok := w.models[symbol]; ok {
		return m, true
	}
	m, ok := w.models[unversionedSymbol(symbol)]
	return m, ok
}

// Opaque reports whether the functions of a package are known by their models
// alone, so that its source need not be read.
func (w *World) Opaque(path string) bool { return atOrBelow(w.opaque, path) }

// Passive reports whether the functions of a package set nothing going of what
// they are handed.
func (w *World) Passive(path string) bool { return atOrBelow(w.passive, path) }

// atOrBelow reports whether a list has a package or one above it.
func atOrBelow(list map[string]bool, path string) bool {
	for path = unversioned(path); path != ""; {
		if list[path] {
			return true
		}
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return false
		}
		path = path[:i]
	}
	return false
}

// Reflected returns the names of the methods that libraries call by reflection
// on a struct that they are handed, in order.
func (w *World) Reflected() []string { return w.reflected }

func (w *World) reflects(names []string) {
	w.reflected = append(w.reflected, names...)
	slices.Sort(w.reflected)
	w.reflected = slices.Compact(w.reflected)
}

// DefaultTags returns the keys of struct tags in which programs that read them
// by themselves keep defaults.
func (w *World) DefaultTags() []string { return w.defaultTags }

// Session reports whether a variable of the environment is set in a session,
// whatever program runs in it, and which directory it names if it does.
func (w *World) Session(name string) (at string, ok bool) {
	at, ok = w.sessions[name]
	return at, ok
}

// Notice reports whether a message tells a person that something is sent.
func (w *World) Notice(text string) bool {
	text = strings.ToLower(text)
	for n := range w.notices {
		if strings.Contains(text, n) {
			return true
		}
	}
	return false
}

// Login reports whether a command of that name logs the user in.
func (w *World) Login(word string) bool { return w.logins[word] }

// TransportField reports whether a field, by its symbol, says how a client of
// the standard library reaches the network.
func TransportField(symbol string) bool {
	switch symbol {
	case "net/http:Client.Transport", "net/http:Transport.DialContext", "net/http:Transport.Dial", "net/http:Transport.DialTLSContext":
		return true
	}
	return false
}

// What decides whom a look-up asks: the field of a resolver that holds its
// dialler, and the resolver that counts where none is named.
const (
	ResolverDial    = "net:Resolver.Dial"
	DefaultResolver = "net:DefaultResolver"
)

// CalledByLibraries are the names of the methods that libraries call on what
// they are handed, sorted.
func (w *World) CalledByLibraries() []string {
	return append(slices.Sorted(maps.Keys(w.called)), w.reflected...)
}

// WellKnownMethod reports whether a function that is handed an interface value
// is taken to call the method of that name.
func (w *World) WellKnownMethod(name string) bool {
	_, ok := w.called[name]
	return ok
}

// PassiveMethod reports whether a function of a passive package, too, is taken
// to call the method of that name.
func (w *World) PassiveMethod(name string) bool { return w.called[name] }

// DestField reports whether a field, by its symbol, says where an object of
// the standard library goes.
func DestField(symbol string) bool {
	switch symbol {
	case "net/http:Request.URL", "net/url:URL.Host":
		return true
	}
	return false
}
