package eval

import (
	"sort"

	"github.com/optincheck/optincheck/analyzers/egress/internal/ir"
	"github.com/optincheck/optincheck/analyzers/egress/internal/world"
)

// Numbers of interned things, program-wide.
type (
	sym    int32 // a string: a symbol, a method name
	cid    int32 // a constant
	typeID int32
	fnID   int32
)

// A Program is a set of linked units, ready to be evaluated any number of
// times. It is immutable once linked.
type Program struct {
	Units   []*Unit
	byPath  map[string]*Unit
	strs    []string
	strOf   map[string]sym
	consts  []ir.Const
	constOf map[ir.Const]cid
	types   []typeInfo
	typeOf  map[string]typeID
	fns     []*function
	instrs  int32 // in all functions
	fnOf    map[string]fnID
	globals map[sym]*global
	fieldT  map[sym]typeID // the type of a field, by its symbol
	fieldOf map[sym]fieldInfo
	opaque  map[string]bool // functions left out, see leftout.go
	code    map[sym]world.Code
	changed map[sym]bool // fields and variables, see initial.go

	symTrue, symFalse cid
	parts             parts
}

// parts are the numbers of the parts that are no fields.
type parts struct {
	elem, some, each, rest, sent, closed, length, url, keys sym
	free                                                    []sym // captured variables
}

// manyFree is how many captured variables are numbered in advance.
const manyFree = 16

func (p *Program) numberParts() parts {
	out := parts{
		elem: p.intern(elemPart), some: p.intern(somePart), each: p.intern(eachPart), rest: p.intern(restPart),
		sent: p.intern(chanPart), closed: p.intern(closedPart), length: p.intern(lenPart), url: p.intern(urlPart), keys: p.intern(keysPart),
	}
	for n := range manyFree {
		out.free = append(out.free, p.intern(freeName(n)))
	}
	return out
}

// A Unit is a linked ir.Unit.
type Unit struct {
	*ir.Unit
	str []sym
	cst []cid
	typ []typeID
}

type typeInfo struct {
	kind    ir.Kind
	key     string
	symbol  string
	elem    typeID
	length  int64
	fields  []fieldInfo
	methods map[sym]string // concrete: symbol of the method
	names   []sym          // interface: its methods
	isError bool

	impl   map[sym]*function // methods whose bodies are there
	called []*function       // those that are called where the value is handed to somebody unknown
	looked []*function       // of them, those that somebody passive calls, who only looks at it

	readsText uint8 // 1 + whether it takes its value from one text; 0 if nobody asked
}

type fieldInfo struct {
	name     string
	sym      sym
	tag      string
	typ      typeID
	embedded bool
	unit     *Unit
	pos      ir.Pos
	owner    typeID
}

type global struct {
	symbol   string
	typ      typeID
	exported bool
	linkable bool
	text     string
	unit     *Unit
	pos      ir.Pos
}

// function is a linked ir.Func with its def-use chains.
type function struct {
	*ir.Func
	id          fnID
	unit        *Unit
	sends, asks bool      // it can reach a sink; it can ask for a switch
	describes   bool      // it can make a record of a command or a flag
	applies     bool      // it calls what it is handed
	modelled    bool      // the data say what it does: its body is not evaluated
	tags        string    // the key of struct tags that it takes defaults from
	users       [][]int32 // by register: the instructions that use it
	blockOf     []int32   // by instruction
	callOf      []int32   // by instruction: the number of the call, from 0; -1 if it is none
	ncalls      int32
	nregs       int32
	loops       []uint8       // by block: 0 not asked, 1 no, 2 in a loop
	first       int32         // number of the first instruction in the program, from 1
	ties        map[int32]tie // by load, see table.go
	branches    [][]int32     // by block: see between; nil if not asked
	meets       []int32       // by block: its post-dominator; nil if not asked
	sidesOf     map[int32]bitSet
}

// Link joins units by their symbols. Where two units hold the same function (a
// wrapper) or type, the first one counts.
// audited are the packages that are judged as themselves: a listed SDK that
// sends nothing without a key is known by that, and not evaluated, unless it is
// one of them.
func Link(units []*ir.Unit, w *world.World, audited map[string]bool) *Program {
	p := &Program{
		byPath: map[string]*Unit{}, strOf: map[string]sym{}, constOf: map[ir.Const]cid{}, typeOf: map[string]typeID{},
		fnOf: map[string]fnID{}, globals: map[sym]*global{}, fieldT: map[sym]typeID{}, fieldOf: map[sym]fieldInfo{},
		opaque: map[string]bool{}, changed: map[sym]bool{},
	}
	p.intern("")
	p.parts = p.numberParts()
	p.types = append(p.types, typeInfo{})
	p.constant(ir.Const{})
	p.symTrue = p.constant(ir.Const{Kind: ir.Bool, Text: "true"})
	p.symFalse = p.constant(ir.Const{Kind: ir.Bool, Text: "false"})
	p.shareFields(units)
	for _, u := range units {
		if p.byPath[u.Path] == nil {
			p.add(u)
		}
	}
	for _, fn := range p.fns {
		p.changes(fn)
		fn.tags = p.defaultTag(fn, w)
		_, known := w.Model(fn.Symbol)
		fn.modelled = known || w.Opaque(fn.unit.Path) || w.Keyed(fn.unit.Path) && !audited[fn.unit.Path]
	}
	p.resolveMethods(w)
	p.findRelevance(w)
	p.code = p.listCode(w)
	return p
}

func (p *Program) resolveMethods(w *world.World) {
	for i := range p.types {
		info := &p.types[i]
		if len(info.methods) == 0 {
			continue
		}
		info.impl = map[sym]*function{}
		for _, name := range info.names {
			fn := p.fn(info.methods[name])
			if fn == nil {
				continue
			}
			info.impl[name] = fn
			if w.WellKnownMethod(p.strs[name]) {
				info.called = append(info.called, fn)
			}
			if w.PassiveMethod(p.strs[name]) {
				info.looked = append(info.looked, fn)
			}
		}
	}
}

func (p *Program) intern(s string) sym {
	if i, ok := p.strOf[s]; ok {
		return i
	}
	i := sym(len(p.strs))
	p.strs = append(p.strs, s)
	p.strOf[s] = i
	return i
}

func (p *Program) constant(c ir.Const) cid {
	if i, ok := p.constOf[c]; ok {
		return i
	}
	i := cid(len(p.consts))
	p.consts = append(p.consts, c)
	p.constOf[c] = i
	return i
}

func (p *Program) add(in *ir.Unit) {
	u := &Unit{Unit: in}
	p.Units = append(p.Units, u)
	p.byPath[in.Path] = u
	for _, s := range in.Strings {
		u.str = append(u.str, p.intern(s))
	}
	for _, c := range in.Consts {
		u.cst = append(u.cst, p.constant(c))
	}
	for _, s := range in.Opaque {
		p.opaque[s] = true
	}
	p.addTypes(u)
	for _, f := range in.Funcs {
		if _, dup := p.fnOf[f.Symbol]; !dup {
			p.fnOf[f.Symbol] = fnID(len(p.fns))
			fn := newFunction(fnID(len(p.fns)), u, f)
			fn.first = 1 + p.instrs
			p.instrs += int32(len(f.Instrs))
			p.fns = append(p.fns, fn)
		}
	}
	for _, g := range in.Globals {
		p.globals[p.intern(g.Symbol)] = &global{g.Symbol, u.typ[g.Type], g.Exported, g.Linkable, g.Text, u, g.Pos}
	}
}

// addTypes numbers the unit's types. A type that another unit described
// without its methods or fields gets them from this one.
func (p *Program) addTypes(u *Unit) {
	u.typ = make([]typeID, len(u.Types))
	for i, t := range u.Types {
		if i == 0 {
			continue // unknown
		}
		id, ok := p.typeOf[t.Key]
		if !ok {
			id = typeID(len(p.types))
			p.types = append(p.types, typeInfo{key: t.Key})
			p.typeOf[t.Key] = id
		}
		u.typ[i] = id
	}
	for i, t := range u.Types {
		if i > 0 {
			p.describe(u, &p.types[u.typ[i]], t, u.typ[i])
		}
	}
}

func (p *Program) describe(u *Unit, info *typeInfo, t ir.Type, id typeID) {
	info.kind, info.symbol, info.elem, info.length, info.isError = t.Kind, t.Symbol, u.typ[t.Elem], t.Len, t.Error
	if info.fields == nil {
		for _, f := range t.Fields {
			fi := fieldInfo{f.Name, p.intern(f.Symbol), f.Tag, u.typ[f.Type], f.Embedded, u, f.Pos, id}
			info.fields = append(info.fields, fi)
			if _, ok := p.fieldT[fi.sym]; !ok {
				p.fieldT[fi.sym] = fi.typ
				p.fieldOf[fi.sym] = fi
			}
		}
	}
	if t.Methods == nil || info.methods != nil {
		return
	}
	info.methods = map[sym]string{}
	for _, m := range t.Methods {
		name := p.intern(m.Name)
		info.methods[name] = m.Func
		info.names = append(info.names, name)
	}
}

func newFunction(id fnID, u *Unit, f *ir.Func) *function {
	fn := &function{Func: f, id: id, unit: u, nregs: int32(f.NumRegs() + len(f.Instrs))}
	fn.users = make([][]int32, fn.nregs)
	fn.blockOf = make([]int32, len(f.Instrs))
	fn.callOf = make([]int32, len(f.Instrs))
	for b, blk := range f.Blocks {
		for i := blk.Start; i < blk.End; i++ {
			fn.blockOf[i] = int32(b)
		}
	}
	for i, in := range f.Instrs {
		fn.callOf[i] = -1
		if in.Op >= ir.OpCall && in.Op <= ir.OpDeferInvoke {
			fn.callOf[i] = fn.ncalls
			fn.ncalls++
		}
		for _, a := range in.Args {
			if a.Kind == ir.Reg {
				fn.users[a.I] = append(fn.users[a.I], int32(i))
			}
		}
	}
	fn.ties = ties(fn)
	return fn
}

// reg is the register that instruction i of fn writes.
func (fn *function) reg(i int32) int32 { return int32(fn.NumRegs()) + i }

// sym returns the program's number of a string of fn's unit.
func (fn *function) sym(i int32) sym { return fn.unit.str[i] }

func (p *Program) fn(symbol string) *function {
	if id, ok := p.fnOf[symbol]; ok {
		return p.fns[id]
	}
	return nil
}

// dominates reports whether block a of fn dominates block b.
func (fn *function) dominates(a, b int32) bool {
	for b >= 0 {
		if a == b {
			return true
		}
		b = fn.Blocks[b].Idom
	}
	return false
}

func sortedKeys[M ~map[K]V, K ~int32 | ~string, V any](m M) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { return keys[i] < keys[j] })
	return keys
}
