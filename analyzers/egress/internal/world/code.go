package world

import (
	_ "embed"
	"fmt"
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

// Shell reports whether a command runs the file or the text in its arguments.
func (w *World) Shell(command string) bool { return w.wrappers[commandName(command)].flags != nil }
