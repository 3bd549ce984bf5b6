package ir

// What follows lists every field once. A field that is left out is lost, which
// a test finds.

func (w *walk) unit(u *Unit) {
	w.text(&u.Path)
	w.text(&u.Module)
	w.text(&u.Version)
	w.text(&u.Name)
	w.textList(&u.Strings)
	each(w, &u.Consts, w.constant)
	each(w, &u.Types, w.typ)
	each(w, &u.Funcs, w.pointed)
	each(w, &u.Globals, w.global)
	w.textList(&u.Files)
	w.ints(&u.Exported)
	each(w, &u.Blind, w.blind)
	w.textList(&u.Imports)
	w.textList(&u.Opaque)
}

func (w *walk) blind(b *Blind) {
	w.text(&b.Kind)
	w.pos(&b.Pos)
}

// pos walks over a position as what differs from the one before.
func (w *walk) pos(p *Pos) {
	d := Pos{p.File - w.last.File, p.Line - w.last.Line, p.Col - w.last.Col}
	w.int(&d.File)
	w.int(&d.Line)
	w.int(&d.Col)
	w.last = Pos{w.last.File + d.File, w.last.Line + d.Line, w.last.Col + d.Col}
	*p = w.last
}

func (w *walk) constant(c *Const) {
	w.byte((*uint8)(&c.Kind))
	w.text(&c.Text)
}

func (w *walk) typ(t *Type) {
	w.byte((*uint8)(&t.Kind))
	w.text(&t.Key)
	w.text(&t.Symbol)
	w.int(&t.Elem)
	w.int64(&t.Len)
	each(w, &t.Fields, w.field)
	each(w, &t.Methods, w.method)
	w.flags(&t.Error)
}

func (w *walk) field(f *Field) {
	w.text(&f.Name)
	w.text(&f.Symbol)
	w.text(&f.Tag)
	w.int(&f.Type)
	w.flags(&f.Embedded)
	w.pos(&f.Pos)
}

func (w *walk) method(m *Method) {
	w.text(&m.Name)
	w.text(&m.Func)
}

func (w *walk) global(g *Global) {
	w.text(&g.Symbol)
	w.int(&g.Type)
	w.flags(&g.Exported, &g.Linkable)
	w.text(&g.Text)
	w.pos(&g.Pos)
}

func (w *walk) pointed(f **Func) {
	if *f == nil {
		*f = &Func{}
	}
	w.function(*f)
}

func (w *walk) function(f *Func) {
	w.text(&f.Symbol)
	w.text(&f.Name)
	w.text(&f.Parent)
	w.pos(&f.Pos)
	each(w, &f.Params, w.param)
	w.int(&f.FreeVars)
	w.ints(&f.Results)
	w.flags(&f.ErrLast, &f.Synth)
	each(w, &f.Blocks, w.block)
	each(w, &f.Instrs, w.instr)
	w.ints(&f.Consts)
}

func (w *walk) param(p *Param) {
	w.text(&p.Name)
	w.int(&p.Type)
}

func (w *walk) block(b *Block) {
	w.int(&b.Start)
	w.int(&b.End)
	w.ints(&b.Preds)
	w.ints(&b.Succs)
	w.int(&b.Idom)
}

func (w *walk) instr(in *Instr) {
	w.byte((*uint8)(&in.Op))
	w.byte(&in.Sub)
	w.pos(&in.Pos)
	w.int(&in.Type)
	w.int(&in.Sym)
	each(w, &in.Args, w.arg)
	w.int(&in.Num)
	w.ints(&in.Paths)
}

func (w *walk) arg(a *Arg) {
	w.byte((*uint8)(&a.Kind))
	w.int(&a.I)
}
