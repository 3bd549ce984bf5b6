package eval

import (
	"strings"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// noteSend notes a call of a listed SDK's sending function, by the symbol that
// the source names: a function, or an interface's method.
func (e *eval) noteSend(c *callSite) {
	var called sym
	switch {
	case c.in.Op == ir.OpInvoke || c.in.Op == ir.OpGoInvoke || c.in.Op == ir.OpDeferInvoke:
		called = c.f.fn.sym(c.in.Num)
	case c.in.Args[0].Kind == ir.Function:
		called = c.f.fn.sym(c.in.Args[0].I)
	default:
		return
	}
	listed, ok := e.listed[called]
	if !ok {
		listed = newSDKNote(e.w, e.p.strs[called])
		e.listed[called] = listed
	}
	if listed.sends {
		e.sends[c.by] = e.p.strs[called]
	}
	if listed.inits {
		e.noteInit(c, e.p.strs[called], listed.init)
	}
}

// sdkNote is what the list of SDKs says of a function.
type sdkNote struct {
	sends, inits bool
	init         world.Init
}

func newSDKNote(w *world.World, symbol string) sdkNote {
	var l sdkNote
	_, l.sends = w.SDKSend(symbol)
	l.init, l.inits = w.SDKInit(symbol)
	l.inits = l.inits && l.init.Arg >= 0
	return l
}

// An sdkInit is a call that gives an SDK its key.
type sdkInit struct {
	sdk   string
	keyed bool // the key may be something else than empty
	key   val
}

// noteInit notes with what key an SDK is started: without one it sends nothing.
func (e *eval) noteInit(c *callSite, symbol string, in world.Init) {
	n := in.Arg + 1
	if isMethod(symbol) {
		n++
	}
	if n >= len(c.in.Args) {
		return
	}
	sdk, ok := e.w.SDK(symbol[:strings.LastIndexByte(symbol, ':')])
	if !ok {
		return
	}
	v := e.arg(c.f, c.in.Args[n])
	if in.Field != "" {
		v = e.fieldNamed(v, in.Field, c.by)
	}
	if e.inits == nil {
		e.inits = map[use]*sdkInit{}
	}
	if e.inits[c.by] == nil {
		e.inits[c.by] = &sdkInit{sdk: sdk.Path}
	}
	k, single := e.single(v)
	e.inits[c.by].key = v
	e.inits[c.by].keyed = v != bottom && !(single && k.Text == "") && !e.vs.get(v).onlyNil()
}

// fieldNamed reads a field of a struct, or of what a pointer points to, by its
// bare name.
func (e *eval) fieldNamed(v val, name string, by use) val {
	var out val
	x := *e.vs.get(v)
	for _, r := range x.refs {
		for _, f := range e.p.types[e.locs[r].typ].fields {
			if f.name == name {
				out = e.join(out, e.loadCell(e.child(r, f.sym, f.typ), by), 0)
			}
		}
	}
	return e.join(out, e.unknownPart(&x), 0)
}
