package world

import (
	_ "embed"
	"fmt"
	"path"
	"strings"
)

//go:embed identity.txt
var identityText string

func identityKinds() kinds {
	keys := map[string]key{"class": {required: true, check: oneOf("host", "network", "user", "machine", "path", "weak", "neutral")}}
	return kinds{
		"symbol":   {subject: versionlessSymbol, keys: keys},
		"field":    {subject: versionlessSymbol, keys: keys},
		"file":     {subject: absolutePath, keys: keys},
		"env":      {subject: envName, keys: keys},
		"exec":     {subject: anyText, keys: keys},
		"registry": {subject: anyText, keys: keys},
	}
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
	w.identity[[2]string{l.Kind, l.Subject}] = l.Get("class")
	if l.Kind == "file" && strings.Contains(l.Subject, "*") {
		w.filePatterns = append(w.filePatterns, l.Subject)
	}
	return nil
}

// Identity returns the class of identity that a function or package variable
// gives: host, network, user, machine, path, weak, or neutral for what does
// not identify.
func (w *World) Identity(symbol string) (class string, ok bool) {
	return w.identityOf("symbol", unversionedSymbol(symbol))
}

// IdentityField is Identity for a struct field, import/path:Type.Field.
func (w *World) IdentityField(symbol string) (class string, ok bool) {
	return w.identityOf("field", unversionedSymbol(symbol))
}

// IdentityFile is Identity for the contents of a file.
func (w *World) IdentityFile(name string) (class string, ok bool) {
	for _, p := range w.filePatterns {
		if ok, err := path.Match(p, name); ok && err == nil {
			return w.identityOf("file", p)
		}
	}
	return w.identityOf("file", name)
}

// IdentityEnv is Identity for an environment variable.
func (w *World) IdentityEnv(name string) (class string, ok bool) { return w.identityOf("env", name) }

// IdentityRegistry is Identity for a value of the Windows registry.
func (w *World) IdentityRegistry(name string) (class string, ok bool) {
	return w.identityOf("registry", name)
}

// IdentityExec is Identity for the output of a command. The longest entry
// that the arguments begin with counts.
func (w *World) IdentityExec(args []string) (class string, ok bool) {
	if len(args) == 0 {
		return "", false
	}
	words := append([]string{commandName(args[0])}, args[1:]...)
	for n := len(words); n > 0; n-- {
		if class, ok := w.identityOf("exec", strings.Join(words[:n], " ")); ok {
			return class, true
		}
	}
	return "", false
}

func (w *World) identityOf(kind, name string) (string, bool) {
	class, ok := w.identity[[2]string{kind, name}]
	return class, ok
}
