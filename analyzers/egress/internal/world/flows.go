package world

import (
	_ "embed"
	"fmt"
	"strings"
)

//go:embed flows.txt
var flowsText string

// carrierNames are what a value can travel in.
var carrierNames = []string{
	"argument", "attribute", "body", "connection", "cookie", "environment", "header", "input", "message", "metadata", "name", "parameter", "url",
}

func flowKinds() kinds {
	carrier := map[string]key{"key": {check: operand}}
	for _, c := range carrierNames {
		carrier[c] = key{check: operands}
	}
	pathOrSymbol := func(word string) error {
		if strings.Contains(word, ":") {
			return versionlessSymbol(word)
		}
		return importPath(word)
	}
	return kinds{
		"turn":    {subject: pathOrSymbol, keys: map[string]key{"into": {required: true, check: oneOf("hash", "text")}}},
		"apart":   {subject: pathOrSymbol},
		"last":    {subject: versionlessSymbol},
		"carrier": {subject: each(versionlessSymbol), keys: carrier},
		"part":    {subject: symbol, keys: map[string]key{"is": {required: true, check: oneOf(carrierNames...)}}},
		"token":   {subject: anyText, keys: map[string]key{"unless": mayWord}},
	}
}

// A Carrier is an argument of a function that carries a value away.
type Carrier struct {
	Name string // header, cookie, parameter, …
	Arg  int    // -1 is the receiver
	Key  int    // the argument that holds the name of the header; -1 if there is none
}

func (w *World) addFlow(l Line) error {
	switch l.Kind {
	case "turn":
		w.turns[l.Subject] = l.Get("into")
	case "apart":
		w.apart[l.Subject] = true
	case "last":
		w.last[l.Subject] = true
	case "part":
		w.partOf[l.Subject] = l.Get("is")
	case "token":
		w.tokens[l.Subject] = set(l.List("unless"))
	case "carrier":
		return w.addCarrier(l)
	}
	return nil
}

func (w *World) addCarrier(l Line) error {
	m := Model{line: l}
	named := -1
	if n, ok := m.Arg("key"); ok {
		named = n
	}
	subjects, err := expand(l.Subject)
	if err != nil {
		return err
	}
	for _, s := range subjects {
		if w.carriers[s] != nil {
			return fmt.Errorf("carrier %s again; put what it carries into one line", s)
		}
		for _, name := range carrierNames {
			for _, arg := range m.Args(name) {
				w.carriers[s] = append(w.carriers[s], Carrier{name, arg, named})
			}
		}
		if w.carriers[s] == nil {
			return fmt.Errorf("carrier %s carries nothing; add one of %s", s, strings.Join(carrierNames, ", "))
		}
	}
	return nil
}

// Turn returns what a function turns its arguments into: hash, text, or "".
func (w *World) Turn(symbol string) string {
	symbol = unversionedSymbol(symbol)
	if into, ok := w.turns[symbol]; ok {
		return into
	}
	path, _, _ := strings.Cut(symbol, ":")
	return w.turns[path]
}

// Apart reports whether what a function returns, or stores, is not computed
// from its arguments.
func (w *World) Apart(symbol string) bool {
	symbol = unversionedSymbol(symbol)
	path, _, _ := strings.Cut(symbol, ":")
	return w.apart[symbol] || w.apart[path]
}

// Last reports whether a function returns the last element of the path that it
// is given.
func (w *World) Last(symbol string) bool { return w.last[unversionedSymbol(symbol)] }

// Carriers returns the arguments of a function that carry a value away.
func (w *World) Carriers(symbol string) []Carrier { return w.carriers[unversionedSymbol(symbol)] }

// Part returns the carrier that a field of the standard library is, or "".
func (w *World) Part(field string) string { return w.partOf[field] }

// Token reports whether an identifier goes by that name.
func (w *World) Token(name string) bool {
	words := set(w.words(name))
	for word := range words {
		if unless, ok := w.tokens[word]; ok && !intersect(words, unless) {
			return true
		}
	}
	return false
}

// Field returns the name of a field as a reader understands it: with its type
// where the field alone goes by the name of an identifier, and the type says
// what it numbers. The ID of an Event is none of anybody.
func (w *World) Field(typ, field string) string {
	words := w.words(typ)
	if len(words) == 0 || len(w.words(field)) != 1 || !w.Token(field) || w.Token(words[len(words)-1]+" "+field) {
		return field
	}
	return typ + "." + field
}
