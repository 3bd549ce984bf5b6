package eval

import (
	"encoding/json"
	"strconv"
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
)

// known decodes text that is a constant of the program, as an embedded file is:
// what it says is nobody's setting. It reports whether there is nothing else to
// decode.
func (c *modelCall) known(dest val) bool {
	e := c.e
	if !strings.HasPrefix(c.m.Symbol, "encoding/json:") {
		return false
	}
	texts, ok := e.strings(e.unbox(c.recv))
	if len(texts) == 0 && len(c.args) > 0 {
		texts, ok = e.strings(e.unbox(c.args[0]))
	}
	for _, t := range texts {
		var data any
		if isPattern(t) || json.Unmarshal([]byte(t), &data) != nil {
			return false
		}
		for _, l := range e.vs.get(dest).refs {
			c.fillKnown(l, data, true)
		}
	}
	return ok
}

// fillKnown stores what a decoder makes of a piece of JSON. A piece is sure if
// it stands there whatever element of a list is looked at.
func (c *modelCall) fillKnown(l loc, data any, sure bool) {
	e := c.e
	info := &e.p.types[e.locs[l].typ]
	switch data := data.(type) {
	case map[string]any:
		if info.kind == ir.KMap {
			c.storeKnown(l, e.refVal(c.knownMap(l, data)), sure)
			return
		}
		for _, f := range info.fields {
			for _, k := range sortedKeys(data) {
				if strings.EqualFold(k, fieldKey(f)) {
					c.fillKnown(e.child(l, f.sym, f.typ), data[k], sure)
				}
			}
		}
	case []any:
		if info.kind == ir.KSlice {
			c.storeKnown(l, e.refVal(c.knownList(l, data)), sure)
		}
	case string:
		c.storeKnown(l, e.strVal(data), sure)
	case bool:
		c.storeKnown(l, e.boolVal(data), sure)
	case float64:
		text := strconv.FormatFloat(data, 'f', -1, 64)
		switch info.kind {
		case ir.KInt:
			c.storeKnown(l, e.constVal(e.constID(ir.Const{Kind: ir.Int, Text: text})), sure)
		case ir.KFloat:
			c.storeKnown(l, e.constVal(e.constID(ir.Const{Kind: ir.Float, Text: text})), sure)
		}
	}
}

// storeKnown stores a value if the cell has a type that holds it.
func (c *modelCall) storeKnown(l loc, v val, sure bool) {
	e := c.e
	switch k := e.p.types[e.locs[l].typ].kind; k {
	case ir.KBool, ir.KInt, ir.KFloat, ir.KString, ir.KSlice, ir.KMap:
	default:
		v = e.worldVal() // something that decodes itself
	}
	if sure {
		e.locs[l].cell.sure = true
	}
	e.store(l, v, c.by, 0, nil)
}

// knownList is a list of which every element is told from none.
func (c *modelCall) knownList(l loc, data []any) loc {
	e := c.e
	typ := e.locs[l].typ
	list := e.object(objKey{modelled, int32(l), -3, "list"}, typ, object{kind: modelled, name: "list", zeroed: true})
	e.grow(e.child(list, e.p.parts.length, 0), e.intVal(len(data)), 0)
	elem := e.child(list, e.p.parts.elem, e.p.types[typ].elem)
	for _, d := range data {
		if _, object := d.(map[string]any); object {
			e.locs[elem].cell.stored = true
		}
		c.fillKnown(elem, d, len(data) == 1)
	}
	return list
}

func (c *modelCall) knownMap(l loc, data map[string]any) loc {
	e := c.e
	typ := e.locs[l].typ
	m := e.object(objKey{modelled, int32(l), -3, "map"}, typ, object{kind: modelled, name: "map", zeroed: true})
	e.grow(e.child(m, e.p.parts.length, 0), e.intVal(len(data)), 0)
	for _, k := range sortedKeys(data) {
		e.grow(e.child(m, e.p.parts.keys, 0), e.strVal(k), 0)
		c.fillKnown(e.child(m, e.p.intern("["+k+"]"), e.p.types[typ].elem), data[k], true)
	}
	return m
}
