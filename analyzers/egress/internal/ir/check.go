package ir

import "fmt"

// check reports the first thing in a unit that names something which the unit
// does not hold, so that whoever links it need not look.
func check(u *Unit) error {
	c := &checker{u: u}
	if len(u.Strings) == 0 || len(u.Types) == 0 {
		return fmt.Errorf("its pools have no first entry")
	}
	for _, t := range u.Types {
		c.in("type", t.Elem, len(u.Types))
		for _, f := range t.Fields {
			c.in("type", f.Type, len(u.Types))
			c.pos(f.Pos)
		}
	}
	for _, g := range u.Globals {
		c.in("type", g.Type, len(u.Types))
		c.pos(g.Pos)
	}
	for _, i := range u.Exported {
		c.in("function", i, len(u.Funcs))
	}
	for _, b := range u.Blind {
		c.pos(b.Pos)
	}
	for _, f := range u.Funcs {
		c.function(f)
	}
	return c.err
}

type checker struct {
	u   *Unit
	err error
}

func (c *checker) in(what string, i int32, n int) {
	if c.err == nil && (i < 0 || int(i) >= n) {
		c.err = fmt.Errorf("there is no %s %d", what, i)
	}
}

// pos checks a position; file -1 is none.
func (c *checker) pos(p Pos) {
	if p.File != -1 {
		c.in("file", p.File, len(c.u.Files))
	}
}

func (c *checker) function(f *Func) {
	c.pos(f.Pos)
	for _, p := range f.Params {
		c.in("type", p.Type, len(c.u.Types))
	}
	for _, r := range f.Results {
		c.in("type", r, len(c.u.Types))
	}
	for _, i := range f.Consts {
		c.in("constant", i, len(c.u.Consts))
	}
	if f.FreeVars < 0 || len(f.Blocks) == 0 {
		c.in("body", -1, 0)
		return
	}
	c.blocks(f)
	regs := f.NumRegs() + len(f.Instrs)
	for i := range f.Instrs {
		c.instr(&f.Instrs[i], regs)
	}
}

// blocks checks that the blocks are all of the instructions, in order.
func (c *checker) blocks(f *Func) {
	next := int32(0)
	for _, b := range f.Blocks {
		if b.Start != next || b.End <= b.Start {
			c.in("block", -1, 0)
			return
		}
		next = b.End
		for _, p := range b.Preds {
			c.in("block", p, len(f.Blocks))
		}
		for _, s := range b.Succs {
			c.in("block", s, len(f.Blocks))
		}
		if b.Idom != -1 {
			c.in("block", b.Idom, len(f.Blocks))
		}
	}
	if int(next) != len(f.Instrs) {
		c.in("instruction", next, len(f.Instrs))
	}
}

func (c *checker) instr(in *Instr, regs int) {
	c.pos(in.Pos)
	c.in("type", in.Type, len(c.u.Types))
	c.in("text", in.Sym, len(c.u.Strings))
	for _, a := range in.Args {
		switch a.Kind {
		case None:
		case Reg:
			c.in("register", a.I, regs)
		case Constant:
			c.in("constant", a.I, len(c.u.Consts))
		case Nil:
			c.in("type", a.I, len(c.u.Types))
		case Function, Variable, Builtin:
			c.in("text", a.I, len(c.u.Strings))
		default:
			c.in("kind of operand", int32(a.Kind), int(Builtin)+1)
		}
	}
	for _, p := range in.Paths {
		c.in("text", p, len(c.u.Strings))
	}
}
