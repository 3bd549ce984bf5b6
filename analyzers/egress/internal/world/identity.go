package world

import (
	"cmp"
	_ "embed"
	"fmt"
	"path"
	"strings"
)

//go:embed identity.txt
var identityText string

func identityKinds() kinds {
	class := key{required: true, check: oneOf("host", "network", "user", "machine", "path", "weak", "clock", "random", "neutral")}
	keys := map[string]key{"class": class, "space": mayWord}
	ofCode := map[string]key{"class": class, "space": mayWord, "weak": {check: oneOf("true")}}
	return kinds{
		"symbol":   {subject: each(versionlessSymbol), keys: ofCode},
		"field":    {subject: each(versionlessSymbol), keys: keys},
		"file":     {subject: absolutePath, keys: keys},
		"env":      {subject: envName, keys: keys},
		"exec":     {subject: anyText, keys: keys},
		"registry": {subject: anyText, keys: keys},
		"space":    {subject: anyText, keys: map[string]key{"says": needWord}},
	}
}

// An Identity is what something says of a machine or person. Its class is
// host, network, user, machine or path; random for what is minted and tells
// apart where it is kept, weak or clock for what is meant so and can be
// guessed; neutral for what does not identify.
type Identity struct {
	Class string
	Space string // how many values there are, in a sentence
	Weak  bool   // it can be guessed, too
}

func versionlessSymbol(word string) error {
	if err := symbol(word); err != nil {
		return err
	}
	p, _, _ := strings.Cut(word, ":")
	return versionless(p)
}

func absolutePath(word string) error {
	if !strings.HasPrefix(word, "/") || path.Clean(word) != word {
		return fmt.Errorf("bad file %q; write an absolute path, \"*\" for one element", word)
	}
	return nil
}

func (w *World) addIdentity(l Line) error {
	if l.Kind == "space" {
		w.spaces[l.Subject] = l.Get("says")
		return nil
	}
	space := cmp.Or(l.Get("space"), l.Get("class"))
	if l.Get("space") != "" && w.spaces[space] == "" {
		return fmt.Errorf("no space %q stands above; add one, or leave the key out", space)
	}
	subjects, err := expand(l.Subject)
	if err != nil {
		return err
	}
	for _, s := range subjects {
		id := [2]string{l.Kind, s}
		if _, dup := w.identity[id]; dup {
			return fmt.Errorf("%s %s again; remove one of the two", l.Kind, s)
		}
		w.identity[id] = Identity{Class: l.Get("class"), Space: w.spaces[space], Weak: l.Get("weak") != ""}
	}
	if l.Kind == "file" && strings.Contains(l.Subject, "*") {
		w.filePatterns = append(w.filePatterns, l.Subject)
	}
	return nil
}

// Identity returns what a function or package variable says of a machine or
// person.
func (w *World) Identity(symbol string) (id Identity, ok bool) {
	return w.identityOf("symbol", unversionedSymbol(symbol))
}

// IdentityField is Identity for a struct field, import/path:Type.Field.
func (w *World) IdentityField(symbol string) (id Identity, ok bool) {
	return w.identityOf("field", unversionedSymbol(symbol))
}

// IdentityFile is Identity for the contents of a file.
func (w *World) IdentityFile(name string) (id Identity, ok bool) {
	for _, p := range w.filePatterns {
		if ok, err := path.Match(p, name); ok && err == nil {
			return w.identityOf("file", p)
		}
	}
	return w.identityOf("file", name)
}

// IdentityEnv is Identity for an environment variable.
func (w *World) IdentityEnv(name string) (id Identity, ok bool) { return w.identityOf("env", name) }

// IdentityRegistry is Identity for a value of the Windows registry.
func (w *World) IdentityRegistry(name string) (id Identity, ok bool) {
	return w.identityOf("registry", name)
}

// IdentityExec is Identity for the output of a command. The longest entry
// that the arguments begin with counts.
func (w *World) IdentityExec(args []string) (id Identity, ok bool) {
	if len(args) == 0 {
		return Identity{}, false
	}
	words := append([]string{commandName(args[0])}, args[1:]...)
	for n := len(words); n > 0; n-- {
		if id, ok := w.identityOf("exec", strings.Join(words[:n], " ")); ok {
			return id, true
		}
	}
	return Identity{}, false
}

func (w *World) identityOf(kind, name string) (Identity, bool) {
	id, ok := w.identity[[2]string{kind, name}]
	return id, ok
}
