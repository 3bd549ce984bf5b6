package eval

import (
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// A SwitchUse is a switch that the program asked for.
type SwitchUse struct {
	Key       SwitchKey
	Symbol    string // of the field or variable that holds it
	Default   val
	Type      ir.Kind
	Reads     []use       // where it is asked for
	DefaultAt []use       // where its default is set
	cells     []loc       // where its default stands
	declared  []fieldInfo // fields whose tags set the default
	run       *Run        // the run that asked
}

// given reports whether the state gives the switch a value.
func (e *eval) given(k SwitchKey) bool {
	_, ok := e.text(k)
	return ok
}

// text is the value that the state gives a switch, if it does. Everything that
// tells the run what is set comes this way, or by open.
func (e *eval) text(k SwitchKey) (string, bool) {
	if mayBeGiven(k) {
		e.consulted[k] = true
	}
	text, ok := e.state.Set[k]
	return text, ok
}

// mayBeGiven reports whether a switch is of a kind that a program gives its own
// child.
func mayBeGiven(k SwitchKey) bool { return k.Kind == "command" || k.Kind == "flag" || k.Kind == "env" }

// Same reports whether the run would be the same with those switches set, too:
// it never asks what they are.
func (r *Run) Same(set map[SwitchKey]string) bool {
	for k, v := range set {
		if given, ok := r.state.Set[k]; (!ok || given != v) && (!mayBeGiven(k) || r.consulted[k]) {
			return false
		}
	}
	return true
}

// open reports whether the switch may have any value.
func (e *eval) open(k SwitchKey) bool {
	if e.given(k) || e.state.Unset[k] {
		return false
	}
	if e.state.OpenOnly[k] {
		return true
	}
	if k.Kind == "caller" {
		return e.state.CallerAny
	}
	return e.state.Open
}

// readSwitch notes that the program asks for a switch and returns its value in
// this run's state: def on a fresh install.
func (e *eval) readSwitch(k SwitchKey, by use, def val, symbol string, kind ir.Kind) val {
	s := e.switches[k]
	if s == nil {
		s = &SwitchUse{Key: k, Symbol: symbol, Type: kind}
		e.switches[k] = s
	}
	if s.Symbol == "" {
		s.Symbol = symbol
	}
	if s.Type == ir.KOther {
		s.Type = kind
	}
	s.Default = e.join(s.Default, def, 0)
	if n := len(s.Reads); n == 0 || s.Reads[n-1] != by {
		s.Reads = append(s.Reads, by)
	}
	if text, ok := e.text(k); ok {
		if kind == ir.KOther {
			kind = e.kindOf(def)
		}
		return e.typed(text, kind)
	}
	if e.open(k) {
		return e.worldVal()
	}
	return def
}

func (e *eval) kindOf(v val) ir.Kind {
	consts := e.vs.get(v).consts
	if len(consts) == 0 {
		return ir.KOther
	}
	switch e.p.consts[consts[0]].Kind {
	case ir.Bool:
		return ir.KBool
	case ir.Int:
		return ir.KInt
	case ir.Float:
		return ir.KFloat
	}
	return ir.KString
}

// typed reads the text of a switch's value as a constant of its kind.
func (e *eval) typed(text string, kind ir.Kind) val {
	switch kind {
	case ir.KBool:
		return e.boolVal(isYes(text))
	case ir.KInt:
		if n, err := strconv.ParseInt(text, 10, 64); err == nil {
			return e.intVal(int(n))
		}
		return e.intVal(0)
	case ir.KFloat:
		return e.constVal(e.constID(ir.Const{Kind: ir.Float, Text: text}))
	case ir.KPointer, ir.KInterface, ir.KFunc, ir.KMap, ir.KSlice, ir.KChan:
		if text == "nil" {
			return e.nilVal()
		}
		return e.someVal()
	case ir.KOther:
		if text == "true" || text == "false" {
			return e.boolVal(text == "true")
		}
	}
	return e.strVal(text)
}

// isYes reports whether a text means true, as configuration files and the
// libraries that read them have it (YAML 1.1).
func isYes(text string) bool {
	b, err := strconv.ParseBool(text)
	return err == nil && b || text == "yes" || text == "on"
}

// symbolOf names the field or variable at l.
func (e *eval) symbolOf(l loc) string {
	if l == 0 {
		return ""
	}
	x := &e.locs[l]
	if x.parent != 0 {
		s := e.p.strs[x.part]
		if strings.Contains(s, ":") {
			return s
		}
		return e.symbolOf(x.parent)
	}
	if x.obj.kind == variable {
		return x.obj.name
	}
	return ""
}

// Struct tags that name a field for a decoder, in the order they are asked.
var keyTags = []string{"json", "yaml", "toml", "mapstructure", "koanf", "hcl", "xml", "ini"}

func fieldKey(f fieldInfo) string {
	for _, t := range keyTags {
		if v, ok := lookupTag(f.tag, t); ok {
			name, _, _ := strings.Cut(v, ",")
			if name != "" {
				return name
			}
		}
	}
	return f.name
}

func envName(f fieldInfo) string {
	for _, t := range []string{"envconfig", "env"} {
		if v, ok := lookupTag(f.tag, t); ok {
			name, _, _ := strings.Cut(v, ",")
			if name != "" {
				return name
			}
		}
	}
	return strings.ToUpper(f.name)
}

// decode marks what a decoder may fill. On a fresh install it fills nothing.
func (c *modelCall) decode() {
	e := c.e
	source := c.source()
	c.readsSettings()
	dest := c.throughInterfaces(e.unbox(c.at("dest")))
	if c.known(dest) {
		c.join(e.nilVal())
		return
	}
	c.encoded(dest)
	if source == fromProgram {
		source = fromFile
	}
	for _, r := range e.vs.get(dest).refs {
		e.decodes[r] = addUse(e.decodes[r], c.by)
		if _, ok := e.decoded[r]; !ok {
			e.decoded[r] = source
			e.originates(r)
		}
	}
	c.handed(c.at("dest"), "")
	c.join(e.worldVal())
}

// throughInterfaces adds what the interface values that a decoder is pointed to
// hold: a pointer in one is where it decodes to.
func (c *modelCall) throughInterfaces(dest val) val {
	e := c.e
	out := dest
	for _, r := range e.vs.get(dest).refs {
		if e.p.types[e.locs[r].typ].kind == ir.KInterface {
			out = e.join(out, e.unbox(e.load(r, c.by)), 0)
		}
	}
	return out
}

// source is the kind of what a decoder reads; text that is known or unknown
// bytes count as a file's.
func (c *modelCall) source() string {
	for _, a := range append([]val{c.recv}, c.args...) {
		for _, l := range c.e.sourceOf(a) {
			return c.e.locs[l].obj.source
		}
	}
	return c.m.Get("source")
}
