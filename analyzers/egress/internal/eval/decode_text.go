package eval

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// decodeText fills what a decoder writes to from a text of the program, and
// reports whether there is one: settings that the source holds are no switches.
// Only JSON is read.
func (c *modelCall) decodeText(dest val) bool {
	e := c.e
	refs := e.vs.get(dest).refs
	if len(refs) == 0 || slices.ContainsFunc(refs, func(r loc) bool { return len(e.p.types[e.locs[r].typ].fields) == 0 }) {
		return false // a map, say
	}
	for _, a := range c.args {
		k, ok := e.single(a)
		if !ok || k.Kind != ir.String || isPattern(k.Text) {
			continue
		}
		var settings map[string]any
		if json.Unmarshal([]byte(k.Text), &settings) != nil {
			continue
		}
		for _, r := range refs {
			c.assign(r, settings, 0)
		}
		return true
	}
	return false
}

// assign stores settings in the fields of a struct, as encoding/json would.
func (c *modelCall) assign(r loc, settings map[string]any, depth int) {
	e := c.e
	if depth > maxNesting {
		return
	}
	for _, f := range e.p.types[e.locs[r].typ].fields {
		v, ok := lookupFold(settings, fieldKey(f))
		if !ok {
			continue
		}
		l := e.child(r, f.sym, f.typ)
		if inner, nested := v.(map[string]any); nested && e.isStruct(l) {
			c.assign(l, inner, depth+1)
			continue
		}
		e.locs[l].cell.sure = true
		e.store(l, e.setting(v, e.p.types[f.typ].kind), c.by, 0, nil)
	}
}

// setting is a decoded value in a cell of that kind, something where it is not
// a plain one.
func (e *eval) setting(v any, kind ir.Kind) val {
	switch kind {
	case ir.KBool, ir.KInt, ir.KFloat, ir.KString:
		return e.textValue(fmt.Sprint(v), kind)
	}
	return e.worldVal()
}

// lookupFold returns what a key has, in whatever case it is written.
func lookupFold(settings map[string]any, key string) (any, bool) {
	if v, ok := settings[key]; ok {
		return v, true
	}
	for _, k := range sortedKeys(settings) {
		if strings.EqualFold(k, key) {
			return settings[k], true
		}
	}
	return nil, false
}
